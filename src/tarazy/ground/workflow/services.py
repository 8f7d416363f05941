"""Starting a run and taking a step, in one transaction with the journal.

The order is a promise: lock, judge again whether the step is still open, the right to take it and its guards, record
what was said, move, write the journal, then the effects. Any refusal undoes everything.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.ground.foundation.calendar import add_days, add_working_days
from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.ground.journal.services import write
from tarazy.ground.workflow import engine
from tarazy.ground.workflow.models import Run, StepState
from tarazy.ground.workflow.plan import Act, Plan
from tarazy.ground.workflow.states import StepStatus


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a run: its subject, the rulebook's values, the journal's name for the subject, who may read steps."""

    subject: Any
    values: Mapping[str, Any]
    journal: str
    audience: tuple[str, ...] = ()


@transaction.atomic
def start_run(*, plan: Plan, setting_of, today: date) -> Run:
    """A new run of `plan`. `setting_of(run)` gives its `Setting` once the subject knows the run."""
    run = Run.objects.create(plan_key=plan.key, started_on=today)
    setting = setting_of(run)
    standings = engine.begin(plan, _applies(plan, setting))
    StepState.objects.bulk_create(
        StepState(run=run, key=key, actor=step.by.key)
        for key, step in plan.steps.items()
    )
    _store(run, plan, standings, standings, setting.values, today)
    return run


@transaction.atomic
def take(
    run: Run, act: Act, *, setting: Setting, seen_round: int | None = None
) -> None:
    """Take the step `act.step` with `act.outcome`.

    Raises `Stale` when the step is no longer open (or in another round than the reader saw), `NotYours` when it is not
    theirs, `Refused` with every guard's sentence. A collective step (`until`) stays open until all have acted.
    """
    Run.objects.select_for_update().get(pk=run.pk)
    plan = run.plan
    step = plan.steps[act.step]
    before = standings_of(run)
    now = before[step.key]
    if now.state != StepStatus.OPEN or (
        seen_round is not None and seen_round != now.round
    ):
        raise Stale(_("This step has moved on since you opened the page."))
    if act.by is not None and not step.by.holds(act.by, act.subject):
        raise NotYours(_("This step is not yours to take."))
    outcome = step.outcome(act.outcome)
    _refuse(found(step.requires + outcome.requires, act.subject, act.today))
    if step.does:
        step.does(act)
    waits = bool(found(step.until, act.subject, act.today))
    after = (
        before
        if waits
        else engine.take(plan, before, step.key, outcome.key, _applies(plan, setting))
    )
    changed = engine.changes(before, after)
    _store(run, plan, changed, before, setting.values, act.today)
    if outcome.ends and not waits:
        Run.objects.filter(pk=run.pk).update(ended_on=act.today)
    _journal(act, step, before, changed, setting)
    if not waits:
        for effect in step.then:
            effect(act)


def found(guards, subject, today):
    """The refusals that these guards have now, as a list; empty when nothing stands in the way."""
    return [
        refusal for guard in guards if (refusal := guard(subject, today)) is not None
    ]


def standings_of(run):
    """Where each step of the run stands, as the engine's values."""
    rows = StepState.objects.filter(run=run).values_list(
        "key", "state", "round", "outcome", "reason"
    )
    return {key: engine.Standing(*rest) for key, *rest in rows}


def _refuse(refusals):
    if refusals:
        raise Refused(*refusals)


def _applies(plan, setting):
    def applies(key):
        step = plan.steps[key]
        if step.optional and not setting.values.get(step.optional, True):
            return _("The agency's rulebook leaves this step out.")
        if step.when is None:
            return True
        verdict = step.when(setting.subject)
        return verdict if isinstance(verdict, str) else bool(verdict)

    return applies


def _store(run, plan, changed, before, values, today):
    rows = {row.key: row for row in StepState.objects.filter(run=run, key__in=changed)}
    for key, standing in changed.items():
        row = rows[key]
        row.state, row.round, row.outcome, row.reason = (
            standing.state,
            standing.round,
            standing.outcome,
            standing.reason,
        )
        if standing.state == StepStatus.OPEN:
            row.opened_on, row.due_on, row.done_on = (
                today,
                due_on(plan.steps[key], values, today),
                None,
            )
        elif standing.state == StepStatus.DONE:
            row.done_on = today
        elif standing.state == StepStatus.BLOCKED:
            row.opened_on = row.due_on = row.done_on = None
    StepState.objects.bulk_update(
        rows.values(),
        ["state", "round", "outcome", "reason", "opened_on", "due_on", "done_on"],
    )


def due_on(step, values, opened):
    """The last day of the step's limit, or None when it has none (or the rulebook sets none)."""
    days = values.get(step.within.key) if step.within else None
    if days is None:
        return None
    return (
        add_working_days(opened, days)
        if step.within.working
        else add_days(opened, days)
    )


def _journal(act, step, before, changed, setting):
    write(
        subject=setting.journal,
        verb="workflow.step_taken" if changed else "workflow.part_taken",
        by=act.by,
        now=act.now,
        before={key: asdict(before[key]) for key in changed},
        after={
            "step": step.key,
            "round": act.round,
            "outcome": act.outcome,
            "changes": {k: asdict(v) for k, v in changed.items()},
        },
        why=act.why,
        audience=step.readers or setting.audience,
    )
