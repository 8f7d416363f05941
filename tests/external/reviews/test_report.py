"""The panel's report: judgements, findings, signature, correction (S4 2.7-2.8, R177, R247, R248)."""

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader

from tarazy.external.cases.models import CaseDocument
from tarazy.external.reviews import guards, services
from tarazy.external.reviews.queries.report import own_ratings
from tarazy.external.reviews.rules import reads_report, reads_working_text
from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tests.external.reviews.scene import VISIT
from tests.factories import DAY, NOW

pytestmark = pytest.mark.django_db
AFTER = VISIT + timedelta(days=5)


def first(scene):
    return scene.case.report.judgements.get(standard__number="1")


def judge(scene, judgement, level="full", *, analysis="Проверено.", seen=0, by=None):
    return services.judge_standard(judgement, level=level, analysis=analysis, seen=seen, by=by or scene.academic.appointment, now=NOW)


def words_of(version):
    with version.file.open("rb") as file:
        pages = PdfReader(io.BytesIO(file.read())).pages
    return " ".join("".join(page.extract_text() for page in pages).split())


@pytest.mark.requirement("R177", "R247")
def test_a_report_is_signed_only_when_every_standard_has_a_level_and_an_analysis(scene):
    scene.writing()
    judge(scene, first(scene))
    assert "2" in guards.every_standard_is_judged(scene.case, AFTER).text
    with pytest.raises(Refused):
        scene.take("evaluation_report", scene.chair.appointment, today=AFTER, agreed=True)
    assert scene.case.report.signed_at is None


@pytest.mark.requirement("R247")
def test_a_standard_below_the_best_level_needs_a_remark_or_a_recommendation(scene):
    scene.writing()
    for judgement in scene.case.report.judgements.all():
        judge(scene, judgement, "partial")
    judgement = first(scene)
    services.add_finding(judgement, kind="good_practice", text="Тихая комната", basis="", criterion=None, by=scene.chair.appointment)
    assert "1, 2" in guards.every_standard_is_judged(scene.case, AFTER).text
    for judgement in scene.case.report.judgements.all():
        services.add_finding(
            judgement, kind="recommendation", text="Оценивать учения", basis="", criterion=None, by=scene.chair.appointment
        )
    assert guards.every_standard_is_judged(scene.case, AFTER) is None


@pytest.mark.requirement("R177")
def test_a_report_is_signed_only_with_its_context_its_procedure_and_its_conclusions(scene):
    scene.writing()
    report, texts = scene.case.report, {"language": "ru", "context": "", "procedure": "Встречи", "overall": " "}
    services.write_frame(report, seen=report.revision, by=scene.chair.appointment, **texts)
    assert guards.report_is_framed(scene.case, AFTER).text == "The report lacks: Context, Overall conclusions."
    texts |= {"context": "Школа", "overall": "Стандарты соблюдены"}
    services.write_frame(report, seen=report.revision + 1, by=scene.chair.appointment, **texts)
    assert guards.report_is_framed(scene.case, AFTER) is None


def test_a_level_is_one_of_the_rulebook(scene):
    scene.writing()
    with pytest.raises(Refused, match="scale"):
        judge(scene, first(scene), "excellent")


def test_only_members_of_the_panel_write_and_only_while_the_report_is_open(scene):
    scene.writing()
    with pytest.raises(NotYours):
        judge(scene, first(scene), by=scene.coordinator)
    with pytest.raises(NotYours):
        judge(scene, first(scene), by=scene.director)
    for judgement in scene.case.report.judgements.all():
        judge(scene, judgement)
    scene.take("evaluation_report", scene.chair.appointment, today=AFTER, agreed=True)
    with pytest.raises(Stale):
        judge(scene, first(scene), analysis="Позже", seen=1)


def test_two_who_save_the_same_text_lose_nothing(scene):
    scene.writing()
    judgement = first(scene)
    judge(scene, judgement, analysis="Первый текст", seen=0)
    with pytest.raises(services.Overtaken) as overtaken:
        judge(scene, judgement, analysis="Второй текст", seen=0, by=scene.chair.appointment)
    assert overtaken.value.theirs.analysis == "Первый текст"
    judge(scene, judgement, analysis="Общий текст", seen=overtaken.value.theirs.revision)
    judgement.refresh_from_db()
    assert (judgement.analysis, judgement.revision) == ("Общий текст", 2)


def test_findings_are_numbered_without_gaps_within_their_kind(scene):
    scene.writing()
    judgement, by = first(scene), scene.academic.appointment
    made = [services.add_finding(judgement, kind="remark", text=f"Замечание {n}", basis="", criterion=None, by=by) for n in range(3)]
    practice = services.add_finding(judgement, kind="good_practice", text="Практика", basis="", criterion=None, by=by)
    services.remove_finding(made[0], by=by)
    assert list(judgement.findings.filter(kind="remark").values_list("number", "text")) == [(1, "Замечание 1"), (2, "Замечание 2")]
    assert practice.number == 1


def test_a_finding_rests_on_a_criterion_of_its_own_standard(scene):
    scene.writing()
    foreign = scene.standards.standards.get(number="2").criteria.first()
    with pytest.raises(Refused, match="criterion"):
        services.add_finding(first(scene), kind="remark", text="-", basis="", criterion=foreign, by=scene.academic.appointment)


@pytest.mark.requirement("R247")
def test_the_draft_is_the_panels_alone_until_the_chair_signs(scene):
    scene.judged()
    report = scene.case.report
    assert [side for side in ("institution", "agency", "council", "appeals", "panel") if reads_report({side}, report)] == ["panel"]
    scene.take("evaluation_report", scene.chair.appointment, today=AFTER, agreed=True)
    report = scene.fresh().report
    assert reads_report({"institution"}, report)
    assert not reads_report(set(), report)


@pytest.mark.requirement("R247", "R177")
def test_the_signed_report_is_a_document_with_judgements_and_findings(scene):
    scene.signed("partial")
    held = CaseDocument.objects.get(step="evaluation_report")
    assert held.sides == ["agency", "panel", "council", "appeals"]
    words = words_of(held.document.latest)
    assert "Частичное соответствие" in words
    assert "Замечание 1.1" in words
    assert "Журнал учений" in words
    assert "Ерлан Төраға" in words


@pytest.mark.requirement("R248")
def test_a_correction_makes_a_new_version_with_a_list_of_what_was_corrected(scene):
    item = scene.named()
    services.answer_inaccuracy(item, answer="corrected", text="", by=scene.chair.appointment, now=NOW)
    judge(scene, first(scene), analysis="61 учитель", level="partial", seen=1)
    scene.take("factual_answers", scene.chair.appointment, agreed=True)

    judgement = first(scene)
    assert (judgement.analysis, judgement.level) == ("61 учитель", "full")
    held = CaseDocument.objects.get(step="evaluation_report")
    assert held.document.latest.number == 2
    assert "institution" in held.sides
    assert "58 учителей" in words_of(held.document.latest)


@pytest.mark.requirement("R248")
def test_while_the_panel_corrects_others_read_the_signed_file_and_not_the_living_text(scene):
    scene.named()
    assert not reads_working_text({"institution"}, scene.case)
    assert not reads_working_text({"agency"}, scene.case)
    assert reads_working_text({"panel"}, scene.case)


def test_the_own_rating_of_a_standard_is_the_mean_of_its_criteria(scene):
    scene.hand_in(("full", "partial"), step="self_assessment_final")
    assert own_ratings(scene.case) == {"1": "full", "2": "partial"}


def test_the_same_report_gives_the_same_bytes(scene):
    from tarazy.external.reviews.letters import evaluation_report
    from tarazy.ground.documents.typeset import typeset

    scene.judged("partial")
    data = [evaluation_report(scene.case.report, by=scene.chair.appointment, today=DAY) for _again in range(2)]
    assert typeset("reviews/report.typ", data[0], language="kk") == typeset("reviews/report.typ", data[1], language="kk")
