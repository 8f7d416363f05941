"""Whose move it is."""

from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from tarazy.ground.workflow.models import StepState
from tarazy.ground.workflow.plan import Actor, plans
from tarazy.ground.workflow.states import StepStatus


def actors() -> dict[str, Actor]:
    """Every actor of the registered plans, by key."""
    return {step.by.key: step.by for plan in plans().values() for step in plan.steps.values()}


def inbox(appointment: Any) -> QuerySet[StepState]:
    """The open steps that this appointment may take, most urgent first: one query however many runs there are.

    Nobody's moves for None, the public.
    """
    if appointment is None:
        return StepState.objects.none()
    theirs = reduce(
        or_,
        (Q(actor=key) & actor.q(appointment) for key, actor in actors().items()),
        Q(pk__in=[]),
    )
    open_steps = StepState.objects.filter(state=StepStatus.OPEN, run__ended_on=None)
    return open_steps.filter(theirs).select_related("run").order_by("due_on", "pk").distinct()


def lapsed(today: date) -> QuerySet[StepState]:
    """Open steps whose limit is over and which end by themselves then (windows for a challenge or an appeal)."""
    lapsing = reduce(
        or_,
        (Q(run__plan_key=plan.key, key=step.key) for plan in plans().values() for step in plan.steps.values() if step.lapses),
        Q(pk__in=[]),
    )
    return StepState.objects.filter(lapsing, state=StepStatus.OPEN, run__ended_on=None, due_on__lt=today).select_related("run")
