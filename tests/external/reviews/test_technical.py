"""Technical review of the first version of the report (S4 1.6, R238)."""

import pytest

from tarazy.external.reviews import guards, services
from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tests.external.reviews.scene import Scene
from tests.factories import DAY, NOW

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("R238")]


def review(scene, number, *, to_rework=False, text="", by=None):
    standard = scene.standards.standards.get(number=number)
    return services.review_standard(scene.case, standard=standard, to_rework=to_rework, text=text, by=by or scene.coordinator, now=NOW)


def test_the_review_is_closed_only_when_every_standard_was_reviewed(scene):
    scene.hand_in()
    review(scene, "1")
    assert "2" in guards.every_standard_reviewed(scene.case, DAY).text
    with pytest.raises(Refused):
        scene.take("technical_review", scene.coordinator, "accept", note="")
    review(scene, "2")
    scene.take("technical_review", scene.coordinator, "accept", note="Хороший отчёт")
    assert scene.case.records.get(step="technical_review").data["note"] == "Хороший отчёт"


def test_a_report_with_a_standard_to_rework_is_returned_and_never_accepted(scene):
    scene.hand_in()
    review(scene, "1")
    review(scene, "2", to_rework=True, text="Нет данных за 2025 год.")
    assert "2" in guards.nothing_needs_rework(scene.case, DAY).text
    with pytest.raises(Refused):
        scene.take("technical_review", scene.coordinator, "accept", note="")
    scene.take("technical_review", scene.coordinator, "return", note="")
    assert scene.state("technical_review") == "done"


def test_a_report_without_anything_to_rework_is_not_returned(scene):
    scene.hand_in()
    review(scene, "1")
    review(scene, "2")
    assert guards.something_needs_rework(scene.case, DAY) is not None
    with pytest.raises(Refused):
        scene.take("technical_review", scene.coordinator, "return", note="")


def test_what_goes_back_says_why(scene):
    scene.hand_in()
    with pytest.raises(Refused, match="rework"):
        review(scene, "1", to_rework=True, text="  ")


def test_only_the_coordinator_reviews_and_only_standards_of_the_case(scene):
    scene.hand_in()
    with pytest.raises(NotYours):
        review(scene, "1", by=scene.head)
    stranger = Scene().standards.standards.get(number="1")
    with pytest.raises(Refused, match="belong"):
        services.review_standard(scene.case, standard=stranger, to_rework=False, text="", by=scene.coordinator, now=NOW)


def test_a_closed_review_cannot_be_changed(scene):
    scene.hand_in()
    review(scene, "1")
    review(scene, "2")
    scene.take("technical_review", scene.coordinator, "accept", note="")
    with pytest.raises(Stale):
        review(scene, "1", to_rework=True, text="Ещё одно")


def test_the_next_version_is_reviewed_anew(scene):
    scene.hand_in()
    review(scene, "1", to_rework=True, text="Мало данных")
    scene.hand_in(round=2)
    assert "1, 2" in guards.every_standard_reviewed(scene.case, DAY).text
