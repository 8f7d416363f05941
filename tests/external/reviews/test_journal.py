"""What the journal tells of decisions taken on the work pages, and to whom."""

from datetime import timedelta

import pytest
from django.utils import translation

from tarazy.external.reviews import services
from tarazy.ground.foundation.errors import Stale
from tarazy.ground.journal.models import Entry
from tarazy.ground.journal.queries import entries_for, verify
from tests.external.reviews.scene import VISIT
from tests.factories import NOW

pytestmark = pytest.mark.django_db
SIDES = ("institution", "agency", "panel", "council", "appeals")


def told(scene, verb):
    """The entries of this verb, the oldest first, each as its sentence in English, before and after."""
    with translation.override("en"):
        return [(entry.sentence, entry.before, entry.after) for entry in Entry.objects.filter(subject=scene.case.journal_name, verb=verb)]


def readers(scene, verb):
    """The sides that read every entry of this verb."""
    return [side for side in SIDES if entries_for(scene.case.journal_name, {side}).filter(verb=verb).exists()]


@pytest.mark.requirement("R177", "R247")
def test_another_level_is_told_to_the_panel_alone_and_the_same_level_again_is_not(scene):
    scene.writing()
    judgement = scene.case.report.judgements.get(standard__number="1")
    for seen, (level, analysis) in enumerate((("full", "Черновик"), ("full", "Черновик, дальше"), ("partial", "Итог"), ("", "Итог"))):
        services.judge_standard(judgement, level=level, analysis=analysis, seen=seen, by=scene.academic.appointment, now=NOW)

    entries = told(scene, "reviews.judged")
    assert [sentence for sentence, _before, _after in entries] == [
        "Гүлнар Ғалым judged standard 1: Full compliance",
        "Гүлнар Ғалым judged standard 1: Partial compliance",
        "Гүлнар Ғалым took back the judgement on standard 1",
    ]
    assert [(before["level"] and before["level"]["en"], after["level"] and after["level"]["en"]) for _s, before, after in entries] == [
        ("", "Full compliance"),
        ("Full compliance", "Partial compliance"),
        ("Partial compliance", ""),
    ]
    assert readers(scene, "reviews.judged") == ["panel"]
    assert verify(scene.case.journal_name) is None
    assert "Черновик" not in str(Entry.objects.values_list("before", "after"))


@pytest.mark.requirement("R247")
def test_a_save_that_is_refused_or_comes_after_the_signature_tells_of_no_level(scene):
    scene.judged()
    judgement = scene.case.report.judgements.get(standard__number="1")
    with pytest.raises(Stale):
        services.judge_standard(judgement, level="none", analysis="Поздно", seen=0, by=scene.chair.appointment, now=NOW)
    scene.take("evaluation_report", scene.chair.appointment, today=VISIT + timedelta(days=5), agreed=True)
    services.name_inaccuracy(scene.case, standard=None, passage="58", correction="61", by=scene.officer, now=NOW)
    scene.take("factual_check", scene.officer, "name")
    services.judge_standard(judgement, level="none", analysis="Исправлено", seen=1, by=scene.chair.appointment, now=NOW)
    assert [after["level"]["en"] for _sentence, _before, after in told(scene, "reviews.judged")] == ["Full compliance"] * 2


@pytest.mark.requirement("R248")
def test_each_answer_to_an_inaccuracy_is_told_to_all_who_read_the_signed_report_and_the_same_one_once(scene):
    item = scene.named()
    for answer, text in (("corrected", ""), ("corrected", " "), ("kept", "В папке было 58.")):
        services.answer_inaccuracy(item, answer=answer, text=text, by=scene.chair.appointment, now=NOW)

    assert [
        (sentence, before["answer"], after["answer"], after["text"]) for sentence, before, after in told(scene, "reviews.answered")
    ] == [
        ("Ерлан Төраға corrected the passage “58 учителей”", "pending", "corrected", ""),
        ("Ерлан Төраға kept the passage “58 учителей” and said why", "corrected", "kept", "В папке было 58."),
    ]
    assert readers(scene, "reviews.answered") == list(SIDES)
    entry = Entry.objects.filter(verb="reviews.answered").last()
    assert (entry.appointment_id, entry.who["role"]) == (scene.chair.appointment_id, "expert")


@pytest.mark.requirement("R238")
def test_each_decision_of_the_technical_review_is_told_to_the_agency_alone_and_the_same_one_once(scene):
    scene.hand_in()
    standard = scene.standards.standards.get(number="2")
    for to_rework, text in ((True, "Нет данных"), (True, "Нет данных "), (False, "")):
        services.review_standard(scene.case, standard=standard, to_rework=to_rework, text=text, by=scene.coordinator, now=NOW)

    ready = {"to_rework": False, "text": "", "standard": "2"}
    rework = {"to_rework": True, "text": "Нет данных"}
    assert told(scene, "reviews.reviewed") == [
        ("Координатор Дела found that standard 2 needs rework", {}, {**rework, "standard": "2"}),
        ("Координатор Дела found standard 2 ready", rework, ready),
    ]
    assert readers(scene, "reviews.reviewed") == ["agency"]
