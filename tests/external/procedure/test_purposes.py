"""What accreditation is for: reliable information for everybody, and an organisation that answers for its own quality."""

import pytest
from django.test import Client

from tarazy.ground.foundation.calendar import add_working_days
from tarazy.ground.foundation.errors import NotYours
from tarazy.internal.selfassessment.services import write_answer
from tests.factories_cases import make_walk

pytestmark = pytest.mark.django_db


def seen_by_the_public(address, **asked):
    """A page in English, as somebody without an account reads it."""
    client = Client()
    client.cookies["django_language"] = "en"
    return client.get(address, asked, follow=True).content.decode()


@pytest.mark.requirement("R260")
def test_the_public_reads_how_a_college_was_judged_and_what_it_does_about_what_was_recommended():
    case = make_walk("vocational_2026").until("monitoring_review").case
    page = seen_by_the_public(f"/register/organisations/{case.institution.bin}/")
    judged = case.report.judgements.first()
    level = next(entry["name"]["en"] for entry in case.values["scale"] if entry["key"] == judged.level)
    planned = case.planned_actions.first()
    recommended = planned.finding.text
    assert [text for text in (level, recommended, planned.action) if text not in page] == []


@pytest.mark.requirement("R268")
@pytest.mark.parametrize(("edition", "level"), [("preschool_2026", "preschool"), ("school_2026", "secondary")])
def test_parents_find_the_kindergartens_and_schools_of_their_region_and_compare_how_they_were_judged(edition, level):
    walk = make_walk(edition).until("action_plan")
    institution = walk.case.institution
    undecided = make_walk(edition).until("conclusion").case.institution

    found = seen_by_the_public("/register/", level=level, region=institution.region_id)
    assert (institution.name.en in found, undecided.name.en in found) == (True, False)
    page = seen_by_the_public(f"/register/organisations/{institution.bin}/")
    names = {entry["key"]: entry["name"]["en"] for entry in walk.case.values["scale"]}
    assert [names[one.level] for one in walk.case.report.judgements.all() if names[one.level] not in page] == []


@pytest.mark.requirement("R271")
def test_a_school_itself_answers_for_its_quality_and_nobody_of_the_agency_writes_in_its_place():
    walk = make_walk("school_2026").until("self_assessment_first")
    cast, answer = walk.cast, walk.case.selfassessment.answers.first()
    said = {"rating": "full", "text": "Мы спрашиваем детей и родителей", "language": "ru", "now": walk.now, "seen_revision": 0}
    for stranger in (cast.agency_head, cast.coordinator, cast.analyst, cast.experts["chair"][0].appointment):
        with pytest.raises(NotYours):
            write_answer(answer, by=stranger, **said)
    assert write_answer(answer, by=cast.officer, **said).edited_by == cast.officer


@pytest.mark.requirement("R063", "R101")
@pytest.mark.parametrize("edition", ["preschool_2026", "school_2026"])
def test_a_kindergarten_and_a_school_are_evaluated_by_the_agencys_own_regulations(edition):
    own = [
        {"key": "met", "name": {"kk": "Сәйкес", "ru": "Соответствует", "en": "Met"}, "passes": True},
        {"key": "unmet", "name": {"kk": "Сәйкес емес", "ru": "Не соответствует", "en": "Unmet"}, "passes": False},
    ]
    case = make_walk(edition, scale=own, visit_days=2).until("site_visit").case
    assert case.rulebook.agency_id == case.agency_id
    assert case.selfassessment.scale == own
    assert case.visit_last_day == add_working_days(case.visit_first_day, 1)
