"""The check for factual inaccuracies (S4 2.8, R248)."""

import pytest

from tarazy.external.cases.models import CaseDocument
from tarazy.external.reviews import guards, services
from tarazy.external.reviews.models import FactualItem
from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tests.factories import DAY, NOW

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("R248")]


def name(scene, by=None):
    return services.name_inaccuracy(
        scene.case, standard=None, passage="58 учителей", correction="61 учитель", by=by or scene.officer, now=NOW
    )


def test_inaccuracies_are_sent_only_when_one_is_named(scene):
    scene.signed()
    assert guards.some_inaccuracy_is_named(scene.case, DAY) is not None
    with pytest.raises(Refused):
        scene.take("factual_check", scene.officer, "name")
    name(scene)
    scene.take("factual_check", scene.officer, "name")
    assert scene.state("factual_answers") == "open"


def test_a_report_without_inaccuracies_is_given_to_everybody(scene):
    scene.signed()
    scene.take("factual_check", scene.officer, "confirm")
    assert scene.state("factual_answers") == "skipped"
    assert sorted(CaseDocument.objects.get(step="evaluation_report").sides) == ["agency", "appeals", "council", "institution", "panel"]


def test_confirming_while_something_is_named_is_refused(scene):
    scene.signed()
    name(scene)
    with pytest.raises(Refused, match="named"):
        scene.take("factual_check", scene.officer, "confirm")
    assert FactualItem.objects.count() == 1


def test_items_named_but_not_sent_in_time_go_to_the_panel(scene):
    scene.signed()
    name(scene)
    scene.take("factual_check", None, "confirm")
    assert scene.state("factual_answers") == "open"


def test_every_item_is_answered_before_the_report_is_signed_again(scene):
    item = scene.named()
    assert guards.every_inaccuracy_is_answered(scene.case, DAY) is not None
    with pytest.raises(Refused):
        scene.take("factual_answers", scene.chair.appointment, agreed=True)
    with pytest.raises(Refused, match="why"):
        services.answer_inaccuracy(item, answer="kept", text=" ", by=scene.chair.appointment, now=NOW)
    services.answer_inaccuracy(item, answer="kept", text="В папке было 58.", by=scene.chair.appointment, now=NOW)
    scene.take("factual_answers", scene.chair.appointment, agreed=True)
    assert scene.state("factual_answers") == "done"


def test_the_institution_names_and_the_chair_answers_nobody_else(scene):
    scene.signed()
    with pytest.raises(NotYours):
        name(scene, by=scene.chair.appointment)
    item = name(scene)
    with pytest.raises(NotYours):
        services.withdraw_inaccuracy(item, by=scene.coordinator)
    scene.take("factual_check", scene.officer, "name")
    with pytest.raises(NotYours):
        services.answer_inaccuracy(item, answer="corrected", text="", by=scene.academic.appointment, now=NOW)


def test_nothing_is_named_after_the_check_has_closed(scene):
    scene.signed()
    scene.take("factual_check", scene.officer, "confirm")
    with pytest.raises(Stale):
        name(scene)
