"""Versions of a rulebook and seats of the council."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.journal.models import Entry
from tarazy.reference.agencies import queries, services
from tarazy.reference.agencies.models import CouncilSeat, Rulebook
from tarazy.reference.agencies.rulebook import defaults
from tests.factories import DAY, NOW, SINCE, appoint, council, make_agency, make_rulebook

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def agency():
    """An agency with a first rulebook."""
    agency = make_agency()
    make_rulebook(agency)
    return agency


@pytest.fixture
def head(agency):
    """The appointment of its head."""
    return appoint("Айгерим Сейтова", agency, "agency_head")


def publish(agency, head, *, on=DAY, **changes):
    """Publish neutral values with `changes`, in force from `on`."""
    return services.publish_rulebook(agency, {**defaults(), **changes}, by=head, now=NOW, in_force_from=on, note="Council asked for it")


@pytest.mark.requirement("R221")
def test_a_new_version_leaves_the_old_one_as_it_was(agency, head):
    new = publish(agency, head, appeal_days=15)
    first = Rulebook.objects.get(agency=agency, version=1)
    assert (first.values["appeal_days"], new.version, new.values["appeal_days"]) == (10, 2, 15)


def test_each_day_has_the_version_that_was_in_force_then(agency, head):
    new = publish(agency, head, on=DAY + timedelta(days=30), appeal_days=15)
    assert queries.rulebook_in_force(agency, SINCE - timedelta(days=1)) is None
    assert queries.rulebook_in_force(agency, new.in_force_from - timedelta(days=1)).version == 1
    assert queries.rulebook_in_force(agency, new.in_force_from) == new


def test_publishing_is_journalled_with_what_changed_and_why(agency, head):
    publish(agency, head, appeal_days=15, with_webinar=False)
    entry = Entry.objects.get(subject=f"agency:{agency.pk}")
    assert entry.verb == "agencies.rulebook_published"
    assert entry.before == {"appeal_days": 10, "with_webinar": True}
    assert entry.after == {"version": 2, "in_force_from": "2026-03-02", "appeal_days": 15, "with_webinar": False}
    assert (entry.why, entry.who["name"]) == ("Council asked for it", "Айгерим Сейтова")
    assert entry.sentence == "Айгерим Сейтова published version 2 of the rulebook, in force from 2 March 2026."
    with translation.override("ru"):
        assert entry.sentence.endswith("действует с 2 марта 2026 года.")


def test_only_the_head_of_this_very_agency_publishes(agency):
    other_head = appoint(None, make_agency(), "agency_head")
    coordinator = appoint(None, agency, "coordinator")
    for by in (other_head, coordinator, None):
        with pytest.raises(NotYours):
            publish(agency, by, appeal_days=15)
    assert queries.versions(agency).count() == 1


def test_a_past_day_the_same_values_and_wrong_values_are_refused_and_nothing_is_written(agency, head):
    with pytest.raises(Refused, match="on a day that is past"):
        publish(agency, head, on=DAY - timedelta(days=1), appeal_days=15)
    with pytest.raises(Refused, match="No value differs from version 1"):
        publish(agency, head)
    with pytest.raises(ValidationError):
        publish(agency, head, appeal_days=0)
    assert queries.versions(agency).count() == 1
    assert not Entry.objects.exists()


def test_the_first_version_is_set_up_without_a_head_and_may_begin_on_any_day():
    book = services.publish_rulebook(make_agency(), defaults(), by=None, now=NOW, in_force_from=date(2020, 1, 1))
    assert (book.version, book.published_by) == (1, None)


def test_differences_come_in_the_order_of_the_table():
    changed = queries.differences(defaults(), {**defaults(), "with_deqar": False, "contract_days": 20})
    assert [(rule.key, old, new) for rule, old, new in changed] == [("contract_days", 15, 20), ("with_deqar", True, False)]


def test_the_council_of_a_day_is_those_whose_seat_and_appointment_hold_then(agency):
    seats = council(agency, 4)
    seats[1].until = DAY - timedelta(days=1)
    seats[1].save()
    seats[2].appointment.until = DAY - timedelta(days=1)
    seats[2].appointment.save()
    assert list(queries.council_on(agency, DAY)) == [seats[0], seats[3]]
    assert list(queries.council_on(agency, SINCE)) == seats


def test_a_member_is_seated_once_and_leaves_with_the_seat_kept(agency, head):
    member = appoint("Олег Ким", agency, "council_member")
    seat = services.seat_member(agency, appointment=member, group="employer", since=SINCE, by=head, now=NOW)
    with pytest.raises(Refused, match="Олег Ким is a member of the council already"):
        services.seat_member(agency, appointment=member, group="employer", since=DAY, by=head, now=NOW)
    services.end_seat(seat, until=DAY, by=head, now=NOW, why="Moved abroad")
    assert CouncilSeat.objects.get().until == DAY
    assert [entry.verb for entry in Entry.objects.all()] == ["agencies.council_member_seated", "agencies.council_member_left"]
    with pytest.raises(Refused, match="has ended already"):
        services.end_seat(seat, until=DAY, by=head, now=NOW)


def test_a_council_has_one_chair_and_only_its_own_members(agency, head):
    council(agency, 2)
    member, outsider = appoint(None, agency, "council_member"), appoint(None, make_agency(), "council_member")
    with pytest.raises(Refused, match="The council has a chair"):
        services.seat_member(agency, appointment=member, group="public", since=DAY, by=head, now=NOW, is_chair=True)
    with pytest.raises(Refused, match="Only a person appointed council member"):
        services.seat_member(agency, appointment=outsider, group="public", since=DAY, by=head, now=NOW)
    with pytest.raises(NotYours):
        services.seat_member(agency, appointment=member, group="public", since=DAY, by=member, now=NOW)
