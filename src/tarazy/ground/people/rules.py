"""Who may do what with the people of a body."""

from collections.abc import Callable
from datetime import date, datetime

from django.utils import timezone

from tarazy.ground.people.models import Appointment, Body, Invitation
from tarazy.ground.people.queries import is_led
from tarazy.ground.people.roles import leading_roles, roles_of

type Bringer = Callable[[Appointment, Body], bool]

_bringers: list[Bringer] = []


def first_leader_invited_by(predicate: Bringer) -> None:
    """Let those of whom `predicate(appointment, body)` is true invite the first leader of a body that nobody leads.

    This room knows bodies, not what they are to each other; an upper room that does registers its rule when Django is ready.
    """
    if predicate not in _bringers:
        _bringers.append(predicate)


def leads(appointment: Appointment | None, body: Body | int) -> bool:
    """Whether this appointment leads this very body."""
    pk = body if isinstance(body, int) else body.pk
    return appointment is not None and appointment.body_id == pk and appointment.role in leading_roles()


def may_see_people(appointment: Appointment | None) -> bool:
    """The pages of invitations and appointments show one's own body, to those who lead it."""
    return appointment is not None and leads(appointment, appointment.body_id)


def may_invite(appointment: Appointment | None, body: Body, role: str, day: date) -> bool:
    """Heads invite people to their own body; others only its first leader, where a room says so."""
    return leads(appointment, body) or (role in leading_roles() and may_invite_first_leader(appointment, body, day))


def may_invite_first_leader(appointment: Appointment | None, body: Body, day: date) -> bool:
    """Nobody leads the body on `day` or later, and a room lets this appointment bring its first leader."""
    return appointment is not None and any(bring(appointment, body) for bring in _bringers) and not is_led(body, day=day)


def may_handle(appointment: Appointment | None, invitation: Invitation, now: datetime) -> bool:
    """Whoever leads the body may send its invitations again and withdraw them, also those of a forerunner.

    An invitation to its first leader is handled by the body that sent it, and by all who may invite once it has ended.
    """
    if leads(appointment, invitation.body_id):
        return True
    if appointment is None or not may_invite(appointment, invitation.body, invitation.role, timezone.localdate(now)):
        return False
    inviter = invitation.invited_by
    return invitation.expires_at <= now or (inviter is not None and inviter.body_id == appointment.body_id)


def may_appoint(appointment: Appointment | None, body: Body) -> bool:
    """Heads give the people of their own body further roles there."""
    return leads(appointment, body)


def may_end(appointment: Appointment | None, ended: Appointment) -> bool:
    """Heads end appointments in their own body."""
    return leads(appointment, ended.body_id)


def can_be_held_in(role: str, body: Body) -> bool:
    """Whether this kind of body knows the role."""
    return role in {known.key for known in roles_of(body.kind)}
