"""Appointments: from a day to a day, several at once, one of them acting."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.people.models import Appointment, Person
from tarazy.ground.people.queries import acting_appointment
from tarazy.ground.people.roles import leading_roles, role_name, roles_of
from tarazy.ground.people.services import appoint as give
from tarazy.ground.people.services import end

from .conftest import NOW, PASSWORD, appoint, make_body

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.ground.people.urls")]
TODAY = NOW.date()
WEEK = timedelta(days=7)


def further(head, person, **changes):
    said = {"person": person, "body": head.body, "role": "clerk", "since": TODAY, "until": None}
    return give(**{**said, "by": head, "now": NOW, **changes})


def test_a_role_has_its_name_and_an_unknown_one_shows_its_key(head):
    assert head.role_name == "Head"
    assert role_name("unheard_of") == "unheard_of"
    assert [role.key for role in roles_of("house")] == ["head", "clerk"]
    assert leading_roles() == ["head"]


@pytest.mark.parametrize(("day", "holds"), [(-1, False), (0, True), (7, True), (8, False)])
def test_an_appointment_holds_from_its_first_to_its_last_day(body, day, holds):
    made = appoint("a@example.org", body, until=TODAY + WEEK)
    assert Appointment.objects.in_force(TODAY + timedelta(days=day)).contains(made) is holds


def test_an_appointment_cannot_end_before_it_begins(body):
    with pytest.raises(IntegrityError), transaction.atomic():
        appoint("a@example.org", body, until=TODAY - WEEK)


def test_the_acting_appointment_is_the_chosen_one_while_it_is_in_force(head):
    second = appoint("head@example.org", make_body("Other"), until=TODAY + WEEK)
    someone = appoint("b@example.org", head.body)

    def acting(chosen, day=TODAY):
        return acting_appointment(head.person, chosen=chosen, day=day)

    assert acting(None) == head
    assert acting(second.pk) == second
    assert acting(second.pk, TODAY + 2 * WEEK) == head
    assert acting(someone.pk) == head
    assert acting(None, TODAY - WEEK) is None


def test_the_head_gives_somebody_of_the_body_a_further_role(head):
    made = further(head, head.person, until=TODAY + WEEK)
    assert (made.role, made.since, made.until) == ("clerk", TODAY, TODAY + WEEK)


def test_somebody_from_elsewhere_is_invited_and_not_appointed(head):
    stranger = appoint("s@example.org", make_body("Other")).person
    with pytest.raises(NotYours):
        further(head, stranger)


@pytest.mark.parametrize(
    "wrong",
    [
        {"role": "officer"},
        {"role": "head"},
        {"since": TODAY - WEEK},
        {"until": TODAY - WEEK},
    ],
)
def test_an_appointment_that_makes_no_sense_is_refused_and_nothing_changes(head, wrong):
    with pytest.raises(Refused):
        further(head, head.person, **wrong)
    assert list(Appointment.objects.all()) == [head]


def test_an_ended_appointment_holds_until_its_last_day(head):
    clerk = appoint("c@example.org", head.body)
    ended = end(clerk, on=TODAY, by=head, now=NOW)
    assert ended.until == TODAY
    with pytest.raises(Refused, match="завершено"):
        end(clerk, on=TODAY + WEEK, by=head, now=NOW + timedelta(days=1))


def test_an_appointment_does_not_end_in_the_past(head):
    clerk = appoint("c@example.org", head.body, since=TODAY - WEEK)
    with pytest.raises(Refused):
        end(clerk, on=TODAY - timedelta(days=1), by=head, now=NOW)
    clerk.refresh_from_db()
    assert clerk.until is None


def test_the_last_head_stays_until_there_is_another(head):
    with pytest.raises(Refused):
        end(head, on=TODAY, by=head, now=NOW)
    appoint("next@example.org", head.body, "head", since=TODAY + timedelta(days=1))
    assert end(head, on=TODAY, by=head, now=NOW).until == TODAY


def test_only_the_leaders_of_the_body_end_its_appointments(head):
    clerk = appoint("c@example.org", head.body)
    stranger = appoint("s@example.org", make_body("Other"), "head")
    for somebody in (clerk, stranger):
        with pytest.raises(NotYours):
            end(clerk, on=TODAY, by=somebody, now=NOW)


def test_the_page_of_people_appoints_and_ends(head, client, clocked):
    client.force_login(head.person)
    page = reverse("people:appointments")
    said = {"person": head.person_id, "role": "clerk", "since": "2026-05-20"}

    assert client.post(page, said).status_code == 302
    assert client.post(page, said).status_code == 422
    made = Appointment.objects.get(role="clerk")
    assert client.post(reverse("people:end", args=[made.pk]), {"on": "2026-05-01"}).status_code == 422
    assert client.post(reverse("people:end", args=[made.pk]), {"on": "2026-05-27"}).status_code == 302
    made.refresh_from_db()
    assert made.until == date(2026, 5, 27)


def test_an_appointment_of_another_body_is_not_there(head, client, clocked):
    other = appoint("s@example.org", make_body("Other"))
    client.force_login(head.person)
    assert client.post(reverse("people:end", args=[other.pk]), {"on": "2026-05-27"}).status_code == 404


def test_one_chooses_in_which_appointment_one_acts(head, client, clocked):
    second = appoint("head@example.org", make_body("Other"))
    client.force_login(head.person)
    page = reverse("people:acting")

    assert client.get("/desk/").content.decode() == "desk of Head, Head"
    assert client.post(page, {"appointment": second.pk, "next": "/me/"}).headers["Location"] == "/me/"
    assert client.get("/desk/").content.decode() == "desk of Head, Clerk"


@pytest.mark.parametrize("chosen", ["", "x", "9" * 30, "²"])
def test_what_is_no_appointment_of_mine_cannot_be_chosen(head, client, clocked, chosen):
    other = appoint("s@example.org", head.body)
    client.force_login(head.person)
    for value in (chosen, other.pk):
        assert client.post(reverse("people:acting"), {"appointment": value}).status_code == 404


def test_choosing_leads_to_no_other_site(head, client, clocked):
    client.force_login(head.person)
    answer = client.post(reverse("people:acting"), {"appointment": head.pk, "next": "https://example.com/"})
    assert answer.headers["Location"] == "/desk/"


def test_a_person_changes_their_name_and_the_language_of_letters(head, client, clocked):
    client.force_login(head.person)
    assert client.post(reverse("people:me"), {"name": "", "language": "kk"}).status_code == 422
    assert client.post(reverse("people:me"), {"name": "Aru", "language": "kk"}).status_code == 302
    person = Person.objects.get()
    assert (person.name, person.language) == ("Aru", "kk")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("page", ["me", "acting", "appointments", "invitations"])
def test_every_page_shows_in_every_language(head, client, clocked, language, page):
    appoint("head@example.org", make_body("Other"))
    client.force_login(head.person)
    client.cookies["django_language"] = language
    response = client.get(reverse(f"people:{page}"))
    assert response.status_code == 200
    assert f'lang="{language}"' in response.content.decode()


def test_signing_in_takes_the_address_however_it_is_typed(head, client):
    answer = client.post(reverse("account_login"), {"login": "HEAD@example.org", "password": PASSWORD})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/desk/")


def test_a_wrong_password_answers_422_and_keeps_the_address(head, client):
    answer = client.post(reverse("account_login"), {"login": "head@example.org", "password": "wrong"})
    assert answer.status_code == 422
    assert "head@example.org" in answer.content.decode()


def test_who_was_invited_and_has_no_password_cannot_sign_in(db, client):
    Person.objects.create_user("new@example.org", name="New")
    for password in ("", "!", "None"):
        assert client.post(reverse("account_login"), {"login": "new@example.org", "password": password}).status_code == 422


def test_nobody_signs_up_by_themselves(db, client):
    data = {"email": "eve@example.org", "password1": PASSWORD, "password2": PASSWORD}
    assert client.post("/accounts/signup/", data).status_code == 200
    assert Person.objects.count() == 0
