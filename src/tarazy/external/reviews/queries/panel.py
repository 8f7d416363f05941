"""Reading the panel: its seats, what the rulebook asks, the window for a challenge."""

from collections import Counter
from datetime import timedelta
from types import SimpleNamespace

from django.db.models import Prefetch, Q
from django.utils import timezone

from tarazy.external.cases.models import Contract, Participation
from tarazy.external.cases.rules import sides_of
from tarazy.external.cases.states import Duty, Side
from tarazy.external.experts.models import Expert
from tarazy.external.experts.queries import candidates_for, is_certified, with_conflicts, with_load
from tarazy.external.reviews.models import Challenge, Seat
from tarazy.ground.foundation.calendar import exceptions_between, is_working_day
from tarazy.ground.workflow.models import StepState


def seat_roles(case):
    """The seats that the rulebook asks for at this level of education, in its order (S4 2.1, R241)."""
    return list(case.values["seats"].get(case.institution.level, ()))


def live_seats(case):
    """The seats as they are taken now."""
    return (
        Seat.objects.filter(case=case, vacated_at=None)
        .select_related("expert__appointment__person", "expert__workplace", "participation", "declaration")
        .order_by("pk")
    )


def free_roles(case):
    """The seats that nobody holds, one entry for each."""
    missing = Counter(seat_roles(case)) - Counter(live_seats(case).values_list("role", flat=True))
    return list(missing.elements())


def day_of_visit(case, today):
    """The day on which certificates must hold: the last day of the visit, set or planned, never one that has passed."""
    planned = case.visit_last_day or Contract.objects.filter(case=case).values_list("visit_planned_for", flat=True).first()
    return max(today, planned or today)


def candidates_of(case, role, *, day, today):
    """The pool's candidates for a seat, the fit first; `gone` has left this very panel over a conflict of interest (R224, R243)."""
    conflict = Q(challenges__ruling=Challenge.Ruling.UPHELD) | Q(declaration__conflict__gt="")
    left = set(Seat.objects.filter(conflict, case=case).values_list("expert", flat=True))
    found = candidates_for(case, role, day=day, today=today)
    for candidate in found:
        candidate.gone = candidate.pk in left
        candidate.fit = candidate.fit and not candidate.gone
    return sorted(found, key=lambda candidate: not candidate.fit)


def panel_table(case, today, *, announced_only=False):
    """One entry for each seat of the rulebook, taken or free, and for one too many: `role`, `seat`, and what holds of it.

    Three queries however many seats there are.
    """
    challenges = Prefetch("challenges", Challenge.objects.select_related("evidence", "filed_by__person"))
    seats = list(live_seats(case).prefetch_related(challenges))
    if announced_only:
        seats = [seat for seat in seats if seat.announced_at]
    seated = with_load(with_conflicts(Expert.objects.filter(seats__in=seats), case.institution_id))
    ties = {expert.pk: expert for expert in seated}
    day = day_of_visit(case, today)
    for seat in seats:
        _judge(seat, ties[seat.expert_id], case, day)
    rows, left = [], list(seats)
    for role in seat_roles(case):
        seat = next((held for held in left if held.role == role), None)
        if seat:
            left.remove(seat)
        rows.append(SimpleNamespace(role=role, seat=seat))
    return rows + [SimpleNamespace(role=seat.role, seat=seat) for seat in left]


def _judge(seat, tied, case, day):
    seat.certified = is_certified(seat.expert, day)
    seat.of_level = case.institution.level in seat.expert.levels
    seat.tied = tied.works_there or tied.has_interest or tied.holds_office
    seat.load = tied.load
    seat.signed = getattr(seat, "declaration", None)
    seat.pending = next((one for one in seat.challenges.all() if one.ruling == Challenge.Ruling.PENDING), None)
    seat.state = "challenged" if seat.pending else "stands" if seat.signed else "invited"


def challenges_of(case):
    """Every challenge in the case, the newest first, with the seat, its expert and the ruling."""
    return (
        Challenge.objects.filter(seat__case=case)
        .select_related("seat__expert__appointment__person", "evidence", "filed_by__person", "ruled_by__person")
        .order_by("-pk")
    )


def challenge_window(case, today, challenges):
    """The days of the window for `challenges` as cells: `day`, `state` (gone, now, later, off), `filed`; empty before it opens."""
    step = StepState.objects.filter(run=case.run_id, key="challenge_window").exclude(opened_on=None).first()
    if step is None or step.opened_on is None or step.due_on is None:
        return []
    exceptions = exceptions_between(step.opened_on, step.due_on)
    filed = {timezone.localdate(challenge.filed_at) for challenge in challenges}
    days = (step.opened_on + timedelta(days=n) for n in range((step.due_on - step.opened_on).days + 1))
    return [
        SimpleNamespace(
            day=day, state=_cell(day, today, exceptions), opened=day == step.opened_on, last=day == step.due_on, filed=day in filed
        )
        for day in days
    ]


def _cell(day, today, exceptions):
    if not is_working_day(day, exceptions):
        return "off"
    if day == today:
        return "now"
    return "gone" if day < today else "later"


def may_be_challenged(case):
    """The seats that the institution can see and challenge."""
    return live_seats(case).exclude(announced_at=None)


def context_declarations(case, appointment):
    """What an invited expert is told: the institution, what is evaluated, the month of the visit; nothing else (R224).

    Somebody of the agency sees who has signed.
    """
    invited = Participation.objects.live().filter(case=case, appointment=appointment, duty=Duty.CANDIDATE).exists()
    if invited:
        month = case.visit_first_day or Contract.objects.filter(case=case).values_list("visit_planned_for", flat=True).first()
        return {"invitation": {"institution": case.institution.name, "kind": case.get_kind_display(), "month": month}}
    seats = list(live_seats(case))
    for seat in seats:
        seat.signed = getattr(seat, "declaration", None)
    return {"seats": seats}


def context_panel_announced(case, appointment):
    """The seats as the institution will see them; until they are announced only the agency does."""
    return {"seats": live_seats(case) if Side.AGENCY in sides_of(appointment, case) else may_be_challenged(case)}


def context_challenge_window(case, appointment):
    """The announced seats and the challenges so far."""
    return {"seats": may_be_challenged(case), "challenges": challenges_of(case)}


context_challenge_ruling = context_challenge_window
context_appointment_order = context_panel_announced
