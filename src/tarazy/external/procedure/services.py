"""The one door through which a case moves."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from tarazy.external.cases.models import Case
from tarazy.external.cases.services.opening import setting_for
from tarazy.external.monitoring.queries import is_withdrawn
from tarazy.external.monitoring.services import VOID
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.workflow import queries, services
from tarazy.ground.workflow.models import StepState
from tarazy.ground.workflow.plan import Act
from tarazy.ground.workflow.states import StepStatus


def take_step(case, key, *, by, now: datetime, today: date, outcome="done", data=None, why="", seen_round=None) -> None:  # noqa: PLR0913 (an act has many sides)
    """Take one step of a case with its data; everything that it causes happens in the same transaction, or nothing.

    `by` is the appointment that acts (None for the clock), `data` the cleaned data of the step's form, `seen_round` the
    round that the reader saw. Raises `Stale`, `NotYours`, or `Refused` with a sentence for each thing that is missing.
    """
    with transaction.atomic():
        case = (
            Case.objects.select_for_update(of=("self",))
            .select_related("institution", "agency", "rulebook", "run", "standards")
            .get(pk=case.pk)
        )
        row = case.run.steps.get(key=key)
        act = Act(subject=case, step=key, round=row.round, outcome=outcome, by=by, now=now, today=today, data=data or {}, why=why)
        services.take(case.run, act, setting=setting_for(case), seen_round=seen_round)


def close_what_is_void(case, *, now: datetime, today: date) -> None:
    """Close the open steps that a withdrawal of the accreditation leaves without an object (R257); nothing where it stands."""
    while is_withdrawn(case) and (row := _first_void(case)):  # closing one may close others
        take_step(case, row.key, by=None, now=now, today=today, outcome=VOID, seen_round=row.round)


def _first_void(case: Case) -> StepState | None:
    rows = StepState.objects.filter(run=case.run_id, run__ended_on=None, state=StepStatus.OPEN).order_by("pk")
    return next((row for row in rows if VOID in {outcome.key for outcome in row.step.outcomes}), None)


def after_withdrawal(sender: Any, *, case: Case, now: datetime, today: date, **more: Any) -> None:
    """The head of the agency withdrew the certificate: receives `register.events.withdrawn`."""
    close_what_is_void(case, now=now, today=today)


def close_lapsed(*, now: datetime, today: date) -> int:
    """End every window whose time is over with the outcome that its plan foresees; returns how many were ended.

    A window that somebody closed meanwhile, or that a guard holds open, is left alone; running it twice does nothing more.
    """
    closed = 0
    for row in queries.lapsed(today):
        case = Case.objects.get(run=row.run_id)
        try:
            take_step(case, row.key, by=None, now=now, today=today, outcome=row.step.lapses, seen_round=row.round)
        except Refused:
            continue
        closed += 1
    return closed
