"""The seats of the council on the page of the agency's head."""

from datetime import timedelta

import pytest

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import Refused
from tarazy.reference.agencies import services
from tarazy.reference.agencies.models import CouncilSeat
from tarazy.reference.agencies.queries import council_on
from tests.factories import DAY, NOW, SINCE, appoint, council, make_agency, make_institution

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency():
    """An agency without a council."""
    return make_agency("TST")


@pytest.fixture
def head(client, agency):
    """The head of the agency, signed in, reading English."""
    client.cookies["django_language"] = "en"
    client.force_login(appoint("Айгерим Сейтова", agency, "agency_head").person)
    return client


def typed(member, **changes):
    """The form of a seat."""
    return {"appointment": member.pk, "group": "employer", "since": clock.today().isoformat(), **changes}


def test_the_head_seats_a_chair_and_then_ends_the_seat(head, agency):
    member = appoint("Олег Ким", agency, "council_member")
    page = head.post("/agencies/council/", typed(member, is_chair="on"), follow=True)
    assert "Олег Ким has a seat in the council." in page.text
    assert "Employers" in page.text
    [seat] = council_on(agency, clock.today())
    assert (seat.appointment, seat.is_chair) == (member, True)
    done = head.post(f"/agencies/council/{seat.pk}/end/", {"until": clock.today().isoformat(), "why": "Moved abroad"}, follow=True)
    assert "The seat of Олег Ким ends." in done.text
    assert CouncilSeat.objects.get().until == clock.today()
    assert head.get(f"/agencies/council/{seat.pk}/end/").status_code == 404


def test_only_members_of_this_agency_without_a_seat_are_offered(head, agency):
    free, elsewhere = appoint(None, agency, "council_member"), appoint(None, make_agency(), "council_member")
    coordinator, former = appoint(None, agency, "coordinator"), appoint(None, agency, "council_member", until=SINCE)
    seated = council(agency, 1)[0].appointment
    assert list(head.get("/agencies/council/").context["form"].fields["appointment"].queryset) == [free]
    for other in (elsewhere, coordinator, former, seated):
        assert head.post("/agencies/council/", typed(other)).status_code == 422
    assert CouncilSeat.objects.count() == 1


def test_a_second_chair_and_an_end_before_the_beginning_come_back_with_a_sentence(head, agency):
    [seat] = council(agency, 1)
    second = head.post("/agencies/council/", typed(appoint(None, agency, "council_member"), is_chair="on"))
    assert (second.status_code, "The council has a chair. End their seat first." in second.text) == (422, True)
    ended = head.post(f"/agencies/council/{seat.pk}/end/", {"until": (SINCE - timedelta(days=1)).isoformat()})
    assert (ended.status_code, "A seat cannot end before it begins." in ended.text) == (422, True)


def test_without_members_the_page_says_whom_to_invite(head):
    page = head.get("/agencies/council/").text
    assert "Invite somebody to this role first." in page
    assert 'href="/people/invitations/"' in page


def test_nobody_holds_two_seats_on_one_day(agency):
    boss, member = appoint(None, agency, "agency_head"), appoint(None, agency, "council_member")
    said = {"appointment": member, "group": "public", "by": boss, "now": NOW}
    seat = services.seat_member(agency, since=SINCE, is_chair=True, **said)
    services.end_seat(seat, until=DAY, by=boss, now=NOW)
    with pytest.raises(Refused):
        services.seat_member(agency, since=DAY, **said)
    services.seat_member(agency, since=DAY + timedelta(days=1), is_chair=True, **said)
    assert [council_on(agency, DAY + timedelta(days=n)).count() for n in (0, 1)] == [1, 1]


@pytest.mark.parametrize("role", ["coordinator", "analyst", "secretary", "registrar", "expert", "council_member", "appeals_member"])
def test_others_of_the_agency_change_no_seat(client, agency, role):
    [seat] = council(agency, 1)
    client.force_login(appoint(None, agency, role).person)
    for address in ("/agencies/council/", f"/agencies/council/{seat.pk}/end/"):
        assert [client.get(address).status_code, client.post(address, typed(seat.appointment)).status_code] == [403, 403]


def test_another_agency_does_not_see_the_seat_and_an_institution_has_no_such_page(client, agency):
    [seat] = council(agency, 1)
    client.force_login(appoint(None, make_agency(), "agency_head").person)
    assert client.post(f"/agencies/council/{seat.pk}/end/", {"until": DAY.isoformat()}).status_code == 404
    client.force_login(appoint(None, make_institution(), "institution_head").person)
    assert client.get("/agencies/council/").status_code == 404
    client.logout()
    assert client.get("/agencies/council/").status_code == 302


@pytest.mark.parametrize("members", [1, 5])
def test_the_page_costs_the_same_for_one_seat_and_for_five(head, agency, members, django_assert_max_num_queries):
    council(agency, members)
    with django_assert_max_num_queries(10):
        head.get("/agencies/council/")
