"""Who may do what with a case. Actors say both who holds a step and whose desk it lies on."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.models import AGENCY_WIDE_ROLES, INSTITUTION_ROLES, Participation
from tarazy.external.cases.queries import sides_by_case
from tarazy.external.cases.states import Duty
from tarazy.ground.people.models import Appointment
from tarazy.ground.workflow.plan import Actor


def sides_of(appointment, case):
    """The sides of `case` that this appointment is on, as a frozenset; empty for everybody else."""
    if appointment is None:
        return frozenset()
    return frozenset(sides_by_case(appointment, [case])[case.pk])


# A condition that the database need not even look at: the step is not for people of this role.
NOBODYS = Q(pk__in=[])


def _institution(key, name, *roles):
    return Actor(
        key,
        name,
        holds=lambda appointment, case: appointment.role in roles and appointment.body_id == case.institution_id,
        q=lambda appointment: Q(run__case__institution_id=appointment.body_id) if appointment.role in roles else NOBODYS,
    )


def _agency(key, name, *roles):
    return Actor(
        key,
        name,
        holds=lambda appointment, case: appointment.role in roles and appointment.body_id == case.agency_id,
        q=lambda appointment: Q(run__case__agency_id=appointment.body_id) if appointment.role in roles else NOBODYS,
    )


def _part_holder(key, name, **which):
    """Who has such a part in the case; for the desk as a list of runs, which the database makes once and not for each step."""

    def live(appointment):
        return Participation.objects.live().filter(appointment=appointment, **which)

    return Actor(
        key,
        name,
        holds=lambda appointment, case: live(appointment).filter(case=case).exists(),
        q=lambda appointment: Q(run__in=live(appointment).values("case__run")),
    )


def _taking_part(key, name, *duties):
    return _part_holder(key, name, duty__in=duties)


def _owing(key, name, step):
    return _part_holder(key, name, owes=step)


# The acting side of each step; the procedure tables read `by=is_coordinator`.
is_institution = _institution("institution", _("the institution"), *INSTITUTION_ROLES)
is_institution_head = _institution("institution_head", _("the head of the institution"), "institution_head")
is_agency_head = _agency("agency_head", _("the head of the agency"), "agency_head")
is_analyst = _agency("analyst", _("the report-analysis and monitoring department"), "analyst")
is_secretary = _agency("secretary", _("the secretary of the council"), "secretary")
is_registrar = _agency("registrar", _("the registrar"), "registrar")
is_coordinator = _taking_part("coordinator", _("the coordinator"), Duty.COORDINATOR)
is_panel_chair = _taking_part("panel_chair", _("the chair of the panel"), Duty.CHAIR)
is_appeals_member = _taking_part("appeals_member", _("the appeals commission"), Duty.APPEALS_MEMBER)
is_invited_expert = _owing("invited_expert", _("the invited experts"), "declarations")
_voting_member = _owing("voting_member", "", "council_vote")
is_voting_member_or_secretary = Actor(
    "voting_member_or_secretary",
    _("the members of the council"),
    holds=lambda appointment, case: _voting_member.holds(appointment, case) or is_secretary.holds(appointment, case),
    q=lambda appointment: _voting_member.q(appointment) | is_secretary.q(appointment),
)


def holders(actor, case, day):
    """The appointments in force on `day` that are this actor in the case and see it: whom to write to about a move.

    Who sees nothing of the case (a candidate who has not signed, a challenged or a recused person) is never among them.
    """
    seen = Q(pk__in=case.participations.live().exclude(side="").values("appointment"))
    seen |= Q(body_id=case.institution_id, role__in=INSTITUTION_ROLES) | Q(body_id=case.agency_id, role__in=AGENCY_WIDE_ROLES)
    held = Appointment.objects.filter(seen).in_force(day).select_related("person").order_by("pk")
    return [appointment for appointment in held if actor.holds(appointment, case)]
