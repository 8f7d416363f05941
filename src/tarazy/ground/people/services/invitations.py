"""Invitations: the only way to an account."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.people import events, rules
from tarazy.ground.people.models import Appointment, Body, Invitation, Person
from tarazy.ground.people.queries import account_of, is_led
from tarazy.ground.people.roles import leading_roles, role_name
from tarazy.ground.people.services.records import record
from tarazy.ground.people.tokens import hash_of, token_of
from tarazy.ground.ui import dates


class InvitationOver(Refused):
    """The invitation was accepted or withdrawn before, or its last day is past."""


@transaction.atomic
def invite(*, email: str, name: str, body: Body, role: str, language: str, by: Appointment, now: datetime) -> Invitation:
    """Invite somebody to a role in `body` and send them the link, in `language`.

    Raises `NotYours` where `by` neither leads the body nor may bring its first leader, `Refused` where the role is not
    held there, where the person holds it already, or where they, or another first leader, are invited already.
    """
    Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    if not rules.may_invite(by, body, role, timezone.localdate(now)):
        raise NotYours(_("Only those who lead the organisation invite people to it."))
    if not rules.leads(by, body):
        _require_no_other_leader_invited(body, now)
    return _invited(email=email, name=name, body=body, role=role, language=language, by=by, now=now)


@transaction.atomic
def invite_first_leader(*, email: str, name: str, body: Body, role: str, language: str, now: datetime) -> Invitation:
    """The platform itself invites the first leader of a body that nobody leads; no person acts.

    Called by the command line alone. An earlier invitation that waits is withdrawn: its letter may be lost, its address
    wrong. Raises `Refused` where somebody leads the body or the role does not lead it.
    """
    Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    if role not in leading_roles() or is_led(body, day=timezone.localdate(now)):
        raise Refused(_("The platform invites only the first head of an organisation that nobody leads."))
    for waiting in Invitation.objects.to_lead(body).waiting():
        _withdrawn(waiting, None, now)
    return _invited(email=email, name=name, body=body, role=role, language=language, by=None, now=now)


@transaction.atomic
def invite_again(invitation: Invitation, *, by: Appointment, now: datetime) -> Invitation:
    """Send an invitation again: a new link, a new last day; the former link leads to a page that says so.

    Raises `NotYours` where `by` may not handle the invitation, `InvitationOver` where it was accepted or withdrawn,
    `Refused` where another first leader is invited meanwhile.
    """
    invitation = _to_handle(invitation, by, now)
    if not rules.leads(by, invitation.body_id):
        _require_no_other_leader_invited(invitation.body, now, but=invitation)
    person = account_of(invitation.email) or Person.objects.create_user(
        invitation.email, name=invitation.name, language=invitation.language
    )
    invitation.times_sent += 1
    _send(invitation, person, now)
    record("people.invited_again", body=invitation.body_id, by=by, now=now, name=invitation.name, role=invitation.role)
    return invitation


@transaction.atomic
def withdraw(invitation: Invitation, *, by: Appointment, now: datetime) -> Invitation:
    """Withdraw an invitation: its link leads to a page that says so, and the person may be invited anew.

    Raises `NotYours` where `by` may not handle the invitation, `InvitationOver` where it was accepted or withdrawn.
    """
    return _withdrawn(_to_handle(invitation, by, now), by, now)


@transaction.atomic
def accept(invitation: Invitation, *, now: datetime, name: str = "", password: str = "", by_person: Person | None = None) -> Appointment:
    """Take up the appointment from today on.

    A new person gives `name` and `password`; one who has an account already comes signed in, as `by_person`, and
    their password stays theirs. Raises `InvitationOver`, and `NotYours` where the invitation is somebody else's.
    """
    invitation = _locked(invitation)
    if invitation.is_over or invitation.expires_at <= now:
        raise InvitationOver(_("This invitation was accepted or withdrawn already, or its last day is past."))
    person = Person.objects.select_for_update().get(email=invitation.email)
    if person.has_usable_password() and by_person != person:
        raise NotYours(_("This invitation is for another person."))
    if not person.has_usable_password():
        person.name = name
        person.set_password(password)
        person.save(update_fields=["name", "password"])
    appointment = Appointment.objects.create(person=person, body=invitation.body, role=invitation.role, since=timezone.localdate(now))
    invitation.accepted_at = now
    invitation.save(update_fields=["accepted_at"])
    record("people.accepted", body=invitation.body_id, by=appointment, now=now, name=person.name, role=invitation.role)
    return appointment


def _invited(*, email: str, name: str, body: Body, role: str, language: str, by: Appointment | None, now: datetime) -> Invitation:
    email = email.strip().lower()
    _require_free(email, body, role, now)
    person = account_of(email) or Person.objects.create_user(email, name=name, language=language)
    invitation = Invitation(email=email, name=name, body=body, role=role, language=language, invited_by=by)
    _send(invitation, person, now)
    record("people.invited", body=body, by=by, now=now, name=name, role=role)
    return invitation


def _withdrawn(invitation: Invitation, by: Appointment | None, now: datetime) -> Invitation:
    invitation.withdrawn_at = now
    invitation.save(update_fields=["withdrawn_at"])
    record("people.invitation_withdrawn", body=invitation.body_id, by=by, now=now, name=invitation.name, role=invitation.role)
    return invitation


def _to_handle(invitation: Invitation, by: Appointment, now: datetime) -> Invitation:
    """The invitation, locked, that `by` may send again or withdraw; the body first, as where somebody is invited."""
    Body.objects.select_for_update(no_key=True).get(pk=invitation.body_id)
    invitation = _locked(invitation)
    if not rules.may_handle(by, invitation, now):
        raise NotYours(_("Only those who may invite to the organisation send its invitations again or withdraw them."))
    if invitation.is_over:
        raise InvitationOver(_("This invitation was accepted or withdrawn already."))
    return invitation


def _locked(invitation: Invitation) -> Invitation:
    rows = Invitation.objects.select_related("body", "invited_by__person").select_for_update(of=("self",))
    return rows.get(pk=invitation.pk)


def _require_free(email: str, body: Body, role: str, now: datetime) -> None:
    if not rules.can_be_held_in(role, body):
        raise Refused(_("This role cannot be held in this organisation."))
    held = Appointment.objects.filter(person__email=email, body=body, role=role)
    if held.not_over(timezone.localdate(now)).exists():
        raise Refused(_("%(email)s already holds this role: %(role)s.") % {"email": email, "role": role_name(role)})
    if Invitation.objects.waiting().filter(email=email, body=body, role=role).exists():
        raise Refused(_("%(email)s is invited to this role already. Send that invitation again instead.") % {"email": email})


def _require_no_other_leader_invited(body: Body, now: datetime, but: Invitation | None = None) -> None:
    """Two who are invited to be the first would both come to lead."""
    others = Invitation.objects.to_lead(body).open(now).exclude(pk=but.pk if but else None)
    if other := others.first():
        words = {"name": other.name, "day": dates.day(other.expires_at)}
        raise Refused(_("%(name)s is invited to lead the organisation already; the invitation ends on %(day)s.") % words)


def _send(invitation: Invitation, person: Person, now: datetime) -> None:
    invitation.sent_at = now
    invitation.expires_at = now + timedelta(days=settings.INVITATION_DAYS)
    invitation.token_hash = hash_of(token_of(invitation))
    invitation.save()
    events.invited.send(Invitation, invitation=invitation, person=person, now=now)
