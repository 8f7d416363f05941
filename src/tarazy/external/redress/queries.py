"""Reading complaints and appeals: who answers, who may rule, whose move it is."""

from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from tarazy.external.cases.models import Case, Participation
from tarazy.external.cases.queries import step_is_done, step_is_open
from tarazy.external.cases.states import Duty, Side
from tarazy.external.decisions.models import Ballot, Conclusion, Decision
from tarazy.external.decisions.queries import recusals_for
from tarazy.external.redress.models import Appeal, Complaint
from tarazy.ground.people.models import Appointment

TAKEN_PART = (Duty.COORDINATOR, Duty.CHAIR, Duty.EXPERT, Duty.CANDIDATE)


class Move(NamedTuple):
    """A move for the desk: what, where, by when, in which case."""

    title: str
    url: str
    due_on: date | None
    case: Case


def moves_for(appointment: Any) -> list[Move]:
    """The complaints that this appointment has to answer, and the appeals whose commission it has to appoint."""
    if appointment is None:
        return []
    complaints = Complaint.objects.handled_by(appointment).open().select_related("case__institution")
    moves = [Move(_("Answer a complaint"), reverse("redress:complaint", args=[one.pk]), one.due_on, one.case) for one in complaints]
    if appointment.role == "agency_head":
        waiting = Case.objects.filter(
            agency_id=appointment.body_id, decisions__set_aside_at=None, decisions__appeal__ruling=Appeal.Ruling.PENDING
        )
        waiting = waiting.exclude(participations__in=_commissions()).select_related("institution").distinct()
        moves += [
            Move(_("Appoint the appeals commission"), reverse("redress:commission", args=[case.number]), None, case) for case in waiting
        ]
    return moves


def _commissions() -> Any:
    return Participation.objects.live().filter(duty=Duty.APPEALS_MEMBER)


def handlers_of(complaint: Complaint, day: date) -> list[Appointment]:
    """Who answers this complaint: the head of the agency, or the appeals commission where it is about the head (R227)."""
    held = Appointment.objects.filter(body_id=complaint.case.agency_id, role__in=("agency_head", "appeals_member")).in_force(day)
    return [one for one in held.select_related("person", "body") if Complaint.objects.filter(pk=complaint.pk).handled_by(one).exists()]


def people_of_case(case: Case) -> set[int]:
    """The persons who had a hand in the decision: coordinated, were asked to the panel, concluded, voted, recorded it."""
    found: set[int] = set()
    for rows in (
        case.participations.filter(duty__in=TAKEN_PART).values_list("appointment__person_id", flat=True),
        Conclusion.objects.filter(case=case).values_list("by__person_id", flat=True),
        Ballot.objects.filter(question__case=case).exclude(vote="").values_list("seat__appointment__person_id", flat=True),
        Decision.objects.filter(case=case).values_list("signed_by__person_id", flat=True),
    ):
        found.update(rows)
    return found


def commission_for(case: Case, day: date) -> list[Appointment]:
    """The agency's appeals members who may rule on this case: other people than those in it, without an interest (R253)."""
    members = list(Appointment.objects.filter(body_id=case.agency_id, role="appeals_member").in_force(day).select_related("person", "body"))
    barred = people_of_case(case) | set(recusals_for(case, [member.person_id for member in members], day))
    return [member for member in members if member.person_id not in barred]


def pending_appeal(case: Case) -> Appeal | None:
    """The appeal of the standing decision on which nobody has ruled yet."""
    appeals = Appeal.objects.filter(decision__case=case, decision__set_aside_at=None, ruling=Appeal.Ruling.PENDING)
    return appeals.select_related("decision", "evidence", "filed_by__person").first()


def appeals_of(case: Case) -> list[Appeal]:
    """Every appeal of the case, newest first."""
    return list(
        Appeal.objects.filter(decision__case=case)
        .select_related("decision", "filed_by__person", "ruled_by__person", "evidence")
        .order_by("-pk")
    )


def may_complain(case: Case) -> bool:
    """A complaint may be made until the decision is made; from then on there is the appeal (R249, R253)."""
    return not Decision.objects.filter(case=case).exists()


def people_to_name(case: Case, day: date) -> Any:
    """The appointments that a complaint can be about: those whom the institution meets. Experts only once they are announced."""
    duties = [Duty.COORDINATOR, *([Duty.CHAIR, Duty.EXPERT] if step_is_done(case, "panel_announced") else [])]
    parts = case.participations.live().filter(duty__in=duties).values("appointment")
    heads = Appointment.objects.filter(body_id=case.agency_id, role="agency_head").in_force(day).values("pk")
    return Appointment.objects.filter(Q(pk__in=parts) | Q(pk__in=heads)).select_related("person").order_by("person__name")


def context_appeal_window(case: Case, appointment: Any) -> dict[str, Any]:
    """The decision that may be appealed, and the appeals so far."""
    return {"decision": Decision.objects.filter(case=case, set_aside_at=None).first(), "appeals": appeals_of(case)}


def context_appeal_ruling(case: Case, appointment: Any) -> dict[str, Any]:
    """The appeal to rule on with its grounds, and whether somebody may."""
    return {
        "appeal": pending_appeal(case),
        "appeals": appeals_of(case),
        "commission": [
            part.appointment for part in case.participations.live().filter(side=Side.APPEALS).select_related("appointment__person")
        ],
        "ruling_open": step_is_open(case, "appeal_ruling"),
    }
