"""Which version judges what begins today, and which may be chosen: dated transitions, an agency's own set in place of another."""

from datetime import date, timedelta

import pytest

from tarazy.reference.standards import queries, services
from tarazy.reference.standards.models import StandardsSet
from tarazy.reference.standards.services import Publication
from tests.factories import NOW, make_agency, make_standards
from tests.reference.standards.test_package import SMALL

pytestmark = pytest.mark.django_db
FIRST_DAY = date(2026, 9, 1)
EVE, LAST_DAY, AFTER = FIRST_DAY - timedelta(1), date(2026, 12, 31), date(2027, 1, 1)


def publish(version, *, key="small", **how):
    """Load the small set in this version."""
    text = SMALL.replace('"1.0"', f'"{version}"').replace("key: small", f"key: {key}")
    return services.load_package(text.encode(), now=NOW, publication=Publication(**how)).set


def chosen(today, level="higher"):
    """What can be chosen on this day, as `key version`."""
    return sorted(str(one) for one in queries.sets_for(level, today))


def test_a_version_without_a_day_holds_from_the_beginning_and_ends_the_one_before():
    publish("1")
    publish("2")
    assert (str(queries.in_force("small", EVE)), chosen(EVE)) == ("small 2", ["small 2"])


def test_until_a_version_holds_the_one_before_it_does():
    publish("1")
    publish("2", in_force_from=FIRST_DAY)
    assert [str(queries.in_force("small", day)) for day in (EVE, FIRST_DAY, AFTER)] == ["small 1", "small 2", "small 2"]
    assert [chosen(day) for day in (EVE, FIRST_DAY, AFTER)] == [["small 1"], ["small 2"], ["small 2"]]


def test_during_a_transition_both_versions_live_and_the_last_day_counts():
    publish("1")
    publish("2", in_force_from=FIRST_DAY, previous_until=LAST_DAY)
    assert [str(queries.in_force("small", day)) for day in (EVE, FIRST_DAY, LAST_DAY)] == ["small 1", "small 2", "small 2"]
    assert [chosen(day) for day in (EVE, FIRST_DAY, LAST_DAY, AFTER)] == [
        ["small 1"],
        ["small 1", "small 2"],
        ["small 1", "small 2"],
        ["small 2"],
    ]


def test_a_transition_that_ends_before_the_new_version_holds_leaves_no_gap():
    publish("1")
    publish("2", in_force_from=FIRST_DAY, previous_until=EVE - timedelta(30))
    assert (str(queries.in_force("small", EVE)), chosen(EVE)) == ("small 1", ["small 1"])


def test_of_three_versions_the_newest_that_holds_judges():
    publish("1")
    publish("2", in_force_from=FIRST_DAY)
    publish("3", in_force_from=AFTER)
    assert [str(queries.in_force("small", day)) for day in (EVE, FIRST_DAY, LAST_DAY, AFTER)] == [
        "small 1",
        "small 2",
        "small 2",
        "small 3",
    ]
    assert [chosen(day) for day in (EVE, LAST_DAY, AFTER)] == [["small 1"], ["small 2"], ["small 3"]]


def test_a_first_version_that_does_not_hold_yet_judges_nothing():
    publish("1", in_force_from=FIRST_DAY)
    assert (queries.in_force("small", EVE), chosen(EVE)) == (None, [])


def test_a_set_that_nobody_loaded_judges_nothing():
    assert queries.in_force("nothing", EVE) is None
    assert queries.in_force("nothing", EVE, make_agency()) is None


def test_the_agencys_own_set_judges_its_cases_in_place_of_the_common_one_from_its_first_day():
    agency, other = make_agency(), make_agency()
    publish("1")
    publish("1", key="own", agency=agency, replaces="small", in_force_from=FIRST_DAY)
    assert [str(queries.in_force("small", day, agency)) for day in (EVE, FIRST_DAY)] == ["small 1", "own 1"]
    assert str(queries.in_force("small", FIRST_DAY, other)) == "small 1"
    assert str(queries.in_force("small", FIRST_DAY)) == "small 1"


def test_an_agencys_set_that_replaces_none_or_lacks_criteria_judges_no_case():
    agency = make_agency()
    publish("1")
    publish("1", key="own", agency=agency)
    make_standards(key="half", agency=agency, replaces="small", complete=False)
    assert str(queries.in_force("small", FIRST_DAY, agency)) == "small 1"


def test_the_agencys_own_set_has_transitions_too():
    agency = make_agency()
    publish("1")
    publish("1", key="own", agency=agency, replaces="small")
    publish("2", key="own", agency=agency, replaces="small", in_force_from=FIRST_DAY)
    assert [str(queries.in_force("small", day, agency)) for day in (EVE, FIRST_DAY)] == ["own 1", "own 2"]


def test_an_older_version_that_comes_late_ends_nothing():
    publish("2", in_force_from=FIRST_DAY)
    publish("1", previous_until=LAST_DAY)
    assert StandardsSet.objects.get(version="2").usable_until is None
    assert [str(queries.in_force("small", day)) for day in (EVE, FIRST_DAY)] == ["small 1", "small 2"]


def test_versions_stand_in_the_order_of_their_numbers():
    for version in ("2", "10", "2.1", "1"):
        publish(version)
    found = queries.versions_of("small")
    assert [one.version for one in found] == ["10", "2.1", "2", "1"]
    assert queries.set_in_version("small").version == "10"
