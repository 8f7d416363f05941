"""Who may do what with the people of a body."""

from tarazy.ground.people.models import Appointment, Body, Invitation
from tarazy.ground.people.roles import leading_roles, roles_of


def leads(appointment: Appointment | None, body: Body | int) -> bool:
    """Whether this appointment leads this very body."""
    pk = body if isinstance(body, int) else body.pk
    return appointment is not None and appointment.body_id == pk and appointment.role in leading_roles()


def may_see_people(appointment: Appointment | None) -> bool:
    """The pages of invitations and appointments show one's own body, to those who lead it."""
    return appointment is not None and leads(appointment, appointment.body_id)


def may_invite(appointment: Appointment | None, body: Body) -> bool:
    """Heads invite people to their own body."""
    return leads(appointment, body)


def may_send_again(appointment: Appointment | None, invitation: Invitation) -> bool:
    """Whoever leads the body may send its invitations again, also those of a forerunner."""
    return leads(appointment, invitation.body_id)


def may_appoint(appointment: Appointment | None, body: Body) -> bool:
    """Heads give the people of their own body further roles there."""
    return leads(appointment, body)


def may_end(appointment: Appointment | None, ended: Appointment) -> bool:
    """Heads end appointments in their own body."""
    return leads(appointment, ended.body_id)


def can_be_held_in(role: str, body: Body) -> bool:
    """Whether this kind of body knows the role."""
    return role in {known.key for known in roles_of(body.kind)}
