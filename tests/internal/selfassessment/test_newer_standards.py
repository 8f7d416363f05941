"""A newer version of the standards: nothing for a case, a list for a living self-assessment, answers brought over whole."""

import pytest

from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.internal.selfassessment import services
from tarazy.internal.selfassessment.models import Answer, Evidence, SelfAssessment
from tarazy.reference.standards.models import Criterion
from tests.factories import DAY, NOW, make_standards
from tests.internal.selfassessment.conftest import answer_all


@pytest.fixture
def newer(college):
    """The college's answers are written; version 2 of its standards changes 1.2 and has a third criterion in standard 2."""
    answer_all(college.assessment)
    old = college.assessment.standards
    type(old).objects.filter(pk=old.pk).update(is_latest=False)
    made = make_standards("vocational", key=old.key, version="2")
    changed = Criterion.objects.get(standard__set=made, number="1.2")
    changed.text = {"kk": "Критерий 1.2 жаңаша", "ru": "Критерий 1.2 по-новому", "en": "Criterion 1.2 anew"}
    changed.save()
    last = made.standards.get(number="2")
    Criterion.objects.create(standard=last, number="2.3", position=3, text={"kk": "Мүлде жаңа", "ru": "Совсем новое", "en": "Wholly new"})
    return made


def brought(college, newer, **changes):
    return services.bring_over(college.assessment, standards=newer, **{"by": college.officer, "now": NOW, "today": DAY, **changes})


def test_the_page_lists_the_criteria_that_are_not_as_they_were(officer, college, newer):
    page = officer.get(f"/self-assessment/{college.assessment.pk}/newer/").text
    assert "Criterion 1.2 anew" in page
    assert "Wholly new" in page
    assert "Criterion 2.1" not in page
    assert f"/self-assessment/{college.assessment.pk}/newer/" in officer.get(f"/self-assessment/{college.assessment.pk}/progress/").text


def test_a_criterion_of_which_only_the_source_changed_is_not_listed_and_keeps_its_rating(officer, college, newer):
    Criterion.objects.filter(standard__set=newer, number="2.1").update(source="Order 5")
    assert "Criterion 2.1" not in officer.get(f"/self-assessment/{college.assessment.pk}/newer/").text
    made = brought(college, newer)
    assert made.answers.get(criterion__number="2.1").rating == "full"


def test_answers_and_evidence_come_over_and_a_changed_criterion_asks_for_its_rating_again(college, newer):
    piece = Evidence.objects.create(institution=college.institution, title="Charter", link="https://example.org", added_on=DAY)
    piece.answers.add(college.answers[0])
    made = brought(college, newer)
    ratings = {one.criterion.number: (one.rating, one.text) for one in made.answers.select_related("criterion")}
    assert ratings == {
        "1.1": ("full", "So it is."),
        "1.2": ("", "So it is."),
        "2.1": ("full", "So it is."),
        "2.2": ("full", "So it is."),
        "2.3": ("", ""),
    }
    assert [one.criterion.number for one in piece.answers.filter(selfassessment=made).select_related("criterion")] == ["1.1"]


def test_the_old_one_stays_as_it_was_and_is_read_only(college, newer):
    brought(college, newer)
    college.assessment.refresh_from_db()
    assert not college.assessment.is_open
    assert Answer.objects.filter(selfassessment=college.assessment, rating="full").count() == 4


def test_bringing_over_twice_gives_the_same_one(officer, college, newer):
    led = officer.post(f"/self-assessment/{college.assessment.pk}/newer/")["Location"]
    assert led == f"/self-assessment/{brought(college, newer).pk}/progress/"
    assert SelfAssessment.objects.filter(institution=college.institution).count() == 2


def test_a_case_keeps_the_version_of_its_contract(officer, college, newer):
    SelfAssessment.objects.filter(pk=college.assessment.pk).update(purpose="case:2026-0001")
    with pytest.raises(Refused, match=r"."):
        brought(college, newer)
    page = officer.get(f"/self-assessment/{college.assessment.pk}/newer/").text
    assert "For your case it means nothing" in page
    assert "Bring it over" not in page


def test_nobody_else_brings_it_over_or_reads_the_page(client, college, other, newer):
    with pytest.raises(NotYours):
        brought(college, newer, by=other.head)
    client.force_login(other.head.person)
    assert client.get(f"/self-assessment/{college.assessment.pk}/newer/").status_code == 404
    assert client.post(f"/self-assessment/{college.assessment.pk}/newer/").status_code == 404


def test_without_a_newer_version_there_is_no_such_page(officer, college):
    page = officer.get(f"/self-assessment/{college.assessment.pk}/newer/")
    assert page["Location"].endswith(f"/self-assessment/{college.assessment.pk}/progress/")


def test_an_older_or_another_set_is_refused(college):
    with pytest.raises(Refused, match=r"."):
        brought(college, make_standards("vocational"))
    with pytest.raises(Refused, match=r"."):
        brought(college, college.assessment.standards)
