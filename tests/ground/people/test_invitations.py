"""Invitations: sent, sent again, accepted once, and only by the one they are for."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.journal.queries import entries_for
from tarazy.ground.notices.models import Notice
from tarazy.ground.people.models import Appointment, Invitation, Person
from tarazy.ground.people.queries import invitation_of, invitation_paths
from tarazy.ground.people.services import InvitationOver, accept, invite, invite_again, invite_first_leader, withdraw
from tarazy.ground.people.tokens import token_of

from .conftest import NOW, PASSWORD, appoint, make_body

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.ground.people.urls")]


def ask(head, **changes):
    said = {"email": "New@Example.org", "name": "Aru", "role": "clerk", "language": "kk", "body": head.body}
    return invite(**{**said, "by": head, "now": NOW, **changes})


def link(invitation):
    return reverse("people:accept", args=[token_of(invitation)])


def test_an_invitation_ends_after_fourteen_days_and_its_token_is_nowhere_stored(head):
    invitation = ask(head)

    assert invitation.expires_at == NOW + timedelta(days=14)
    assert token_of(invitation) not in str(list(Invitation.objects.values()) + list(Notice.objects.values()))
    assert invitation_of(token_of(invitation)) == invitation


def test_the_letter_is_in_the_language_that_was_chosen(head):
    ask(head)
    notice = Notice.objects.get()
    assert (notice.person.email, notice.language, notice.subject) == ("new@example.org", "kk", "Tarazy жүйесіне шақыру")
    assert "Head" in notice.body


def test_an_invitation_that_is_refused_leaves_neither_account_nor_letter(head):
    with pytest.raises(Refused):
        ask(head, role="officer")
    assert list(Person.objects.all()) == [head.person]
    assert Notice.objects.count() == Invitation.objects.count() == 0


@pytest.mark.parametrize("role", ["clerk", "head"])
def test_only_those_who_lead_this_very_body_invite_to_it(head, role):
    elsewhere = appoint("other@example.org", make_body("Other") if role == "head" else head.body, role)
    with pytest.raises(NotYours):
        ask(head, by=elsewhere)


def test_nobody_is_invited_twice_to_one_role(head):
    ask(head)
    with pytest.raises(Refused, match="ещё раз"):
        ask(head, email="new@example.ORG")
    ask(head, role="head")


def test_nobody_is_invited_to_what_they_hold(head):
    with pytest.raises(Refused, match=r"head@example\.org"):
        ask(head, email="head@example.org", role="head")


def test_sending_again_makes_a_new_link_and_the_old_one_leads_to_a_page_that_helps(head, client, clocked):
    old = link(ask(head))
    later = NOW + timedelta(days=20)
    clocked(later)
    again = invite_again(Invitation.objects.get(), by=head, now=later)

    assert (again.times_sent, again.expires_at) == (2, later + timedelta(days=14))
    assert client.get(old).status_code == 404
    assert client.get(link(again)).status_code == 200
    assert Notice.objects.count() == 2


def test_a_withdrawn_invitation_is_over_its_letter_leads_nowhere_and_the_person_may_be_invited_anew(head, client, clocked):
    invitation = ask(head)
    old, later = link(invitation), NOW + timedelta(hours=1)
    withdraw(invitation, by=head, now=NOW)
    again = ask(head, now=later)

    assert [client.get(address).status_code for address in (old, link(again))] == [410, 200]
    with pytest.raises(InvitationOver):
        withdraw(invitation, by=head, now=NOW)
    with pytest.raises(InvitationOver):
        invite_again(invitation, by=head, now=NOW)
    with pytest.raises(InvitationOver):
        accept(invitation, now=NOW, name="Aru", password=PASSWORD)
    assert invitation_paths({invitation.pk, again.pk}) == {again.pk: link(again)}


def test_what_was_accepted_is_not_withdrawn(head):
    invitation = ask(head)
    accept(invitation, now=NOW, name="Aru", password=PASSWORD)
    with pytest.raises(InvitationOver):
        withdraw(invitation, by=head, now=NOW)
    assert Invitation.objects.get().withdrawn_at is None


def test_only_those_who_lead_withdraw_on_the_page_and_others_do_not_find_it(head, client, clocked):
    address = reverse("people:withdraw", args=[ask(head).pk])
    clerk, stranger = appoint("clerk@example.org", head.body), appoint("stranger@example.org", make_body("Other"), "head")
    for other in (clerk, stranger):
        client.force_login(other.person)
        assert client.post(address).status_code == 404
    assert Invitation.objects.get().withdrawn_at is None

    client.force_login(head.person)
    client.cookies["django_language"] = "en"
    assert client.get(address).status_code == 405
    page = client.post(address, {"next": "https://elsewhere.example/"}, follow=True)
    assert page.redirect_chain == [(reverse("people:invitations"), 302)]
    assert "withdrawn on 20 May 2026" in page.text
    assert "Send again" not in page.text


def test_the_platform_invites_the_first_leader_alone(body, client, clocked):
    said = {"email": "first@example.org", "name": "Aru", "body": body, "language": "ru", "now": NOW}
    with pytest.raises(Refused):
        invite_first_leader(role="clerk", **said)
    invitation = invite_first_leader(role="head", **said)
    client.cookies["django_language"] = "en"
    assert "<dd>Tarazy</dd>" in client.get(link(invitation)).text
    clocked(invitation.expires_at)
    assert "Ask the engineer who runs the platform" in client.get(link(invitation)).text
    appoint("head@example.org", body, "head", since=NOW.date() + timedelta(days=9))
    with pytest.raises(Refused):
        invite_first_leader(role="head", **said)


def test_a_new_person_chooses_a_password_and_is_signed_in(head, client, clocked):
    address = link(ask(head))
    data = {"name": "Aru Serik", "password": PASSWORD, "again": PASSWORD}

    response = client.post(address, data, follow=True)

    assert response.content.decode() == "desk of Aru Serik, Clerk"
    assert Appointment.objects.get(person__email="new@example.org").since == NOW.date()
    assert client.login(email="new@example.org", password=PASSWORD)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"again": "else-river-lantern"}, "again"), ({"password": "short", "again": "short"}, "password"), ({"name": ""}, "name")],
)
def test_a_wrong_form_comes_back_with_its_error_and_nothing_is_accepted(head, client, clocked, wrong, field):
    address = link(ask(head))
    response = client.post(address, {"name": "Aru", "password": PASSWORD, "again": PASSWORD, **wrong})

    assert response.status_code == 422
    assert set(response.context["form"].errors) == {field}
    assert Invitation.objects.get().accepted_at is None


def test_an_invitation_is_accepted_once(head, client, clocked):
    invitation = ask(head)
    accept(invitation, now=NOW, name="Aru", password=PASSWORD)

    with pytest.raises(InvitationOver):
        accept(invitation, now=NOW, name="Eve", password="another-long-word")
    assert client.get(link(invitation)).status_code == 410
    assert Person.objects.get(email="new@example.org").check_password(PASSWORD)


def test_an_expired_link_says_whom_to_ask(head, client, clocked):
    invitation = ask(head)
    clocked(invitation.expires_at)

    response = client.get(link(invitation))

    assert response.status_code == 410
    assert head.person.name in response.content.decode()
    assert client.post(link(invitation), {"name": "A", "password": PASSWORD, "again": PASSWORD}).status_code == 410
    assert not Person.objects.get(email="new@example.org").has_usable_password()


def test_who_has_an_account_signs_in_and_keeps_their_password(head, client, clocked):
    known = appoint("known@example.org", make_body("Other")).person
    invitation = ask(head, email="known@example.org")

    stranger = client.post(link(invitation), {"name": "Eve", "password": "another-long-word", "again": "another-long-word"})
    assert stranger.status_code == 200
    assert Invitation.objects.get().accepted_at is None

    client.force_login(known)
    response = client.post(link(invitation), follow=True)
    assert response.content.decode() == "desk of Known, Clerk"
    known.refresh_from_db()
    assert known.check_password(PASSWORD)
    assert known.appointments.count() == 2


def test_somebody_else_who_is_signed_in_cannot_accept(head, client, clocked):
    client.force_login(head.person)
    address = link(ask(head))

    response = client.post(address, {"name": "Eve", "password": PASSWORD, "again": PASSWORD})

    assert response.status_code == 200
    assert Appointment.objects.count() == 1


def test_paths_are_given_for_those_alone_that_wait(head):
    waiting, accepted = ask(head), ask(head, email="b@example.org")
    accept(accepted, now=NOW, name="B", password=PASSWORD)
    assert invitation_paths({waiting.pk, accepted.pk}) == {waiting.pk: link(waiting)}


def test_the_journal_of_the_body_tells_of_it(head):
    accept(ask(head), now=NOW, name="Aru", password=PASSWORD)
    verbs = [entry.verb for entry in entries_for(f"body:{head.body_id}", {"body"})]
    assert verbs == ["people.accepted", "people.invited"]


def test_the_head_sees_who_is_invited_and_until_when(head, client, clocked):
    client.force_login(head.person)
    data = {"email": "new@example.org", "name": "Aru", "role": "clerk", "language": "ru"}
    assert client.post(reverse("people:invitations"), data).status_code == 302
    assert client.post(reverse("people:invitations"), data).status_code == 422

    client.cookies["django_language"] = "en"
    page = client.get(reverse("people:invitations")).content.decode()

    assert "ends on 3 June 2026" in page
    client.post(reverse("people:invite_again", args=[Invitation.objects.get().pk]))
    assert Invitation.objects.get().times_sent == 2


def test_an_invitation_of_another_body_is_not_there(head, client, clocked):
    stranger = appoint("stranger@example.org", make_body("Other"), "head")
    invitation = ask(head)
    client.force_login(stranger.person)
    assert client.post(reverse("people:invite_again", args=[invitation.pk])).status_code == 404


@pytest.mark.parametrize("page", ["people:invitations", "people:appointments"])
def test_pages_of_the_leaders_are_closed_to_others(head, client, page):
    clerk = appoint("clerk@example.org", head.body)
    assert client.get(reverse(page)).status_code == 302
    client.force_login(clerk.person)
    assert client.get(reverse(page)).status_code == 403


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_costs_the_same_for_one_and_for_four(head, client, clocked, count, django_assert_num_queries):
    for number in range(count):
        ask(head, email=f"n{number}@example.org")
    client.force_login(head.person)
    client.get(reverse("people:invitations"))
    with django_assert_num_queries(7):
        client.get(reverse("people:invitations"))
