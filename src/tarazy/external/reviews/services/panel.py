"""The panel: experts are proposed to seats, declare, and are announced (S4 2.1-2.3, R224, R241-R243)."""

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.external.cases.models import Case
from tarazy.external.cases.rules import is_coordinator
from tarazy.external.cases.services import enter, join, keep_record, leave
from tarazy.external.cases.states import Duty, Side
from tarazy.external.reviews.models import Declaration, Seat
from tarazy.external.reviews.queries.panel import candidates_of, day_of_visit, free_roles, live_seats
from tarazy.external.reviews.queries.reasons import why_not
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.journal.services import write


@transaction.atomic
def propose_expert(case, *, role, expert, by, now, today):
    """Ask an expert of the pool to take a free seat. As a candidate they see nothing of the case (R224).

    Raises `Refused` with every reason why this expert cannot sit here, or when the seat is taken.
    """
    case = enter(case, by=by, may=is_coordinator.holds, steps=("panel",))
    if role not in free_roles(case):
        raise Refused(_("This seat is taken."))
    day = day_of_visit(case, today)
    found = [candidate for candidate in candidates_of(case, role, day=day, today=today) if candidate.pk == expert.pk]
    if not found:
        raise Refused(_("This expert is not in the pool, or the seat asks for another background."))
    against = why_not(found[0])
    if against:
        raise Refused(*against)
    part = join(case, expert.appointment, Duty.CANDIDATE, side="", now=now)
    seat = Seat.objects.create(case=case, role=role, expert=expert, participation=part)
    _journal(case, "reviews.proposed", seat, by=by, now=now)
    return seat


@transaction.atomic
def withdraw_expert(seat, *, why, by, now):
    """Take an expert off a seat while the panel is being formed; the row stays with its reason."""
    case = enter(seat.case, by=by, may=is_coordinator.holds, steps=("panel",))
    if seat.vacated_at is not None:
        raise Refused(_("This expert has left the seat already."))
    vacate(seat, now=now, why=why)
    _journal(case, "reviews.withdrawn", seat, by=by, now=now, why=why)


def vacate(seat, *, now, why):
    """The seat is empty from now on, and its expert sees nothing more of the case."""
    seat.vacated_at, seat.vacated_why = now, why[:300]
    seat.save(update_fields=["vacated_at", "vacated_why"])
    leave(seat.participation, now=now, why=why)


def close_panel(act):
    """Every seat is filled: those who have not declared yet are asked to; the step lies on their desks."""
    for seat in live_seats(act.subject).filter(declaration=None):
        seat.participation.owes = "declarations"
        seat.participation.save(update_fields=["owes"])
    keep_record(act)


def record_declaration(act):
    """An invited expert signs and becomes a member, or names a conflict and leaves the seat (R224).

    Nothing of the case is visible before the signature. Raises `Refused` for somebody who holds no undeclared seat.
    """
    seat = live_seats(act.subject).filter(participation__appointment=act.by, declaration=None).first()
    if seat is None:
        raise Refused(_("You hold no seat that waits for your declaration."))
    signs = act.outcome == "sign"
    Declaration.objects.create(
        seat=seat,
        no_conflict=signs,
        ethics=signs,
        confidentiality=signs,
        conflict="" if signs else act.data["conflict"],
        signed_at=act.now,
    )
    if signs:
        part = seat.participation
        part.duty, part.side, part.owes = duty_of(seat.role), Side.PANEL, ""
        part.save(update_fields=["duty", "side", "owes"])
    else:
        vacate(seat, now=act.now, why=act.data["conflict"])


def duty_of(role):
    """The duty in the case that a seat brings."""
    return Duty.CHAIR if role == "chair" else Duty.EXPERT


def announce_panel(act):
    """The institution sees the composition from now on (S4 2.3, R243)."""
    live_seats(act.subject).filter(announced_at=None).update(announced_at=act.now)
    keep_record(act)


def _journal(case: Case, verb, seat, *, by, now, why=""):
    after = {"expert": str(seat.expert), "seat": seat.role}
    write(subject=case.journal_name, verb=verb, by=by, now=now, after=after, why=why, audience=[Side.AGENCY])
