"""Every edition runs from the application to the end, by the people whose acts they are."""

import pytest

from tarazy.external.procedure.editions import EDITIONS
from tarazy.external.register.models import Entry
from tests.factories_cases import make_walk

KINDS = [(key, str(kind)) for key, module in EDITIONS.items() for kind in module.KINDS]


@pytest.mark.django_db
@pytest.mark.requirement("R133", "R137", "R172", "R193", "R061", "R098", "R233", "R257")
@pytest.mark.parametrize(("edition", "kind"), KINDS)
def test_a_case_runs_from_the_application_to_the_end_of_monitoring(edition, kind):
    walk = make_walk(edition, kind=kind).to_the_end()

    assert walk.case.run.ended_on == walk.case.run.steps.get(key="renewal").done_on
    assert Entry.objects.get(decision__case=walk.case).outcome == "accredited"
    assert not walk.case.run.steps.filter(state="blocked").exists()


@pytest.mark.django_db
@pytest.mark.requirement("R235", "R261")
def test_a_college_is_visited_beforehand_whatever_the_rulebook_says_a_university_where_the_agency_does_not_know_it():
    college = make_walk("vocational_2026", with_preliminary_visit=False).until("technical_review")
    first = make_walk("higher_2026").until("technical_review")
    again = make_walk("higher_2026", cast=first.cast, kind="programme").until("technical_review")

    states = [walk.case.run.steps.get(key="preliminary_visit").state for walk in (college, first, again)]
    assert states == ["done", "done", "skipped"]
