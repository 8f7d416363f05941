"""Starting a run and taking a step, in one transaction with the journal.

The order is a promise: lock, judge again whether the step is still open, the right to take it and its guards, record
what was said, move, write the journal, then the effects. Any refusal undoes everything.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.db.models import Model, Q
from django.utils.functional import Promise
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from tarazy.ground.foundation.calendar import add_days, add_months, add_working_days
from tarazy.ground.foundation.errors import NotYours, Refusal, Refused, Stale
from tarazy.ground.journal.models import Entry
from tarazy.ground.journal.services import write
from tarazy.ground.workflow import engine
from tarazy.ground.workflow.models import Run, StepState
from tarazy.ground.workflow.plan import Act, Guard, Plan, Step
from tarazy.ground.workflow.states import StepStatus

MOVED = ["state", "round", "outcome", "reason", "opened_on", "due_on", "done_on"]
LAST_FEW = 5  # entries shown to somebody who was late, where the round that they saw is not known
COUNTED: dict[str, Callable[[date, int], date]] = {
    "working_days": add_working_days,
    "days": add_days,
    "months": add_months,
}
LEFT_OUT = gettext_lazy("The agency's rulebook leaves this step out.")


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a run: its subject, the rulebook's values, the journal's name for the subject, who may read steps."""

    subject: Any
    values: Mapping[str, Any]
    journal: str
    audience: tuple[str, ...] = ()


@transaction.atomic
def start_run(
    *,
    plan: Plan,
    setting_of: Callable[[Run], Setting],
    today: date,
    by: Any = None,
    now: datetime | None = None,
) -> Run:
    """A new run of `plan`. `setting_of(run)` gives its `Setting` once the subject knows the run.

    Its first standings are the run's first journal entry, `workflow.started`, signed by the appointment `by` at `now`;
    without `now` the entry bears the beginning of `today`.
    """
    run = Run.objects.create(plan_key=plan.key, started_on=today)
    setting = setting_of(run)
    standings = engine.begin(plan, _applies(plan, setting))
    rows = [StepState(run=run, key=key, actor=step.by.key) for key, step in plan.steps.items()]
    for row in rows:
        _move(row, standings[row.key], plan, setting, today)
    StepState.objects.bulk_create(rows)
    _end_if_over(run, standings, today)
    write(
        subject=setting.journal,
        verb="workflow.started",
        by=by,
        now=now or make_aware(datetime.combine(today, time.min)),
        after={"plan": plan.key, "changes": _plain(standings)},
        audience=setting.audience,
    )
    return run


@transaction.atomic
def take(run: Run, act: Act, *, setting: Setting, seen_round: int | None = None) -> None:
    """Take the step `act.step` with `act.outcome`.

    Raises `Stale` when the step is no longer open (or in another round than the reader saw), `NotYours` when it is not
    theirs, `Refused` with every guard's sentence. A collective step (`until`) stays open until all have acted.
    """
    locked = Run.objects.select_for_update().get(pk=run.pk)
    _read_again(act.subject, setting.subject)
    plan = locked.plan
    step = plan.steps[act.step]
    before = standings_of(run)
    if why := _why_stale(locked, before[step.key], seen_round):
        raise Stale(why, since=_meanwhile(step, setting, seen_round))
    act = replace(act, round=before[step.key].round)
    if act.by is not None and not step.by.holds(act.by, act.subject):
        raise NotYours(_("This step is not yours to take."))
    outcome = step.outcome(act.outcome)
    _refuse(found(step.requires + outcome.requires, act.subject, act.today))
    if step.does:
        step.does(act)
    # An outcome that leads back or ends all does not wait for the others: their part comes again, or not at all.
    if not outcome.reopens and not outcome.ends and found(step.until, act.subject, act.today):
        _journal(act, step, before, {}, setting)
        return
    after = engine.take(plan, before, step.key, outcome.key, _applies(plan, setting))
    changed = engine.changes(before, after)
    _store(run, plan, changed, setting, act.today)
    _end_if_over(run, {} if outcome.ends else after, act.today)
    _journal(act, step, before, changed, setting)
    for effect in step.then:
        effect(act)


def found(guards: Iterable[Guard], subject: Any, today: date) -> list[Refusal]:
    """The refusals that these guards have now, as a list; empty when nothing stands in the way."""
    return [refusal for guard in guards if (refusal := guard(subject, today)) is not None]


def standings_of(run: Run) -> dict[str, engine.Standing]:
    """Where each step of the run stands, as the engine's values."""
    return {row.key: engine.Standing(row.state, row.round, row.outcome, row.reason) for row in StepState.objects.filter(run=run)}


def due_on(step: Step, setting: Setting, opened: date) -> date | None:
    """The last day to take the step, or None when it has none.

    The day that the subject gives (`due`), else the limit's end (`within`), which the rulebook may leave open.
    """
    if step.due is not None and (day := step.due(setting.subject)) is not None:
        return day
    count = setting.values.get(step.within.key) if step.within else None
    if step.within is None or count is None:
        return None
    return COUNTED[step.within.unit](opened, count)


def _read_again(*subjects: Any) -> None:
    """What was read before the lock may have changed since; what is judged is what the database holds now."""
    for subject in {id(subject): subject for subject in subjects}.values():
        if isinstance(subject, Model):
            subject.refresh_from_db()


def _why_stale(run: Run, now: engine.Standing, seen_round: int | None) -> str:
    if run.ended_on is not None:
        return _("This procedure has ended, so nothing more can be done in it.")
    if now.state != StepStatus.OPEN or seen_round not in (None, now.round):
        return _("This step has moved on since you opened the page.")
    return ""


def _meanwhile(step: Step, setting: Setting, seen_round: int | None) -> tuple[Entry, ...]:
    """The entries since the round that the reader saw was opened, or the last few.

    Only those that all readers of this step may read: the page that shows them need not hide anything.
    """
    readable = Q(after__step=step.key)
    if audience := list(step.readers or setting.audience):
        readable |= Q(audience__contains=audience)
    entries = Entry.objects.filter(subject=setting.journal)
    opening = {"changes": {step.key: {"state": StepStatus.OPEN, "round": seen_round}}}
    opened = entries.filter(after__contains=opening).last() if seen_round else None
    if opened:
        return tuple(entries.filter(readable, pk__gt=opened.pk).order_by("pk"))
    return tuple(reversed(entries.filter(readable).order_by("-pk")[:LAST_FEW]))


def _refuse(refusals: list[Refusal]) -> None:
    if refusals:
        raise Refused(*refusals)


def _applies(plan: Plan, setting: Setting) -> engine.Applies:
    def applies(key: str) -> bool | str:
        step = plan.steps[key]
        # Kept as the source text: each reader of the reason has their own language (`StepState.why_skipped`).
        with override("en"):
            if step.optional and not setting.values.get(step.optional, True):
                return str(LEFT_OUT)
            verdict = True if step.when is None else step.when(setting.subject)
            return str(verdict) if isinstance(verdict, (str, Promise)) else bool(verdict)

    return applies


def _store(
    run: Run,
    plan: Plan,
    changed: engine.Standings,
    setting: Setting,
    today: date,
) -> None:
    for row in StepState.objects.filter(run=run, key__in=changed):
        _move(row, changed[row.key], plan, setting, today)
        row.save(update_fields=MOVED)


def _move(row: StepState, standing: engine.Standing, plan: Plan, setting: Setting, today: date) -> None:
    row.state, row.round = standing.state, standing.round
    row.outcome, row.reason = standing.outcome, standing.reason
    if standing.state == StepStatus.OPEN:
        row.opened_on, row.done_on = today, None
        row.due_on = due_on(plan.steps[row.key], setting, today)
    elif standing.state == StepStatus.DONE:
        row.done_on = today
    elif standing.state == StepStatus.BLOCKED:
        row.opened_on = row.due_on = row.done_on = None


def _end_if_over(run: Run, standings: engine.Standings, today: date) -> None:
    """A run is over when an outcome ends it, and when no step of it is left to take."""
    if all(standing.state != StepStatus.OPEN for standing in standings.values()):
        run.ended_on = today
        run.save(update_fields=["ended_on"])


def _journal(
    act: Act,
    step: Step,
    before: engine.Standings,
    changed: engine.Standings,
    setting: Setting,
) -> None:
    write(
        subject=setting.journal,
        verb="workflow.step_taken" if changed else "workflow.part_taken",
        by=act.by,
        now=act.now,
        before=_plain({key: before[key] for key in changed}),
        after={
            "step": step.key,
            "round": act.round,
            "outcome": act.outcome,
            "changes": _plain(changed),
        },
        why=act.why,
        audience=step.readers or setting.audience,
    )


def _plain(standings: engine.Standings) -> dict[str, dict[str, Any]]:
    return {key: asdict(standing) for key, standing in standings.items()}
