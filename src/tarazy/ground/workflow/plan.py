"""A plan: what is done, by whom, after what, by when. A plan is data; the engine runs it.

Plans are written once as Python tables (see `external/procedure/editions`) and checked when they are loaded, so that a
mistake in a procedure is found before anybody meets it.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from tarazy.ground.foundation.errors import Refusal


class PlanError(Exception):
    """A plan that cannot be run; the sentence says what is wrong and where."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who may take a step. `holds(appointment, subject)` judges one person; `q(appointment)` finds all their open steps.

    Both say the same thing: `q` is a condition on `StepState` rows, so that the inbox is one query. `key` is stored with
    each open step; `name` says the actor to others ("the coordinator").
    """

    key: str
    name: Any
    holds: Callable[[Any, Any], bool]
    q: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Within:
    """A time limit: the rulebook value `key`, in working days, calendar days or months, from the day the step opened."""

    key: str
    unit: str = "working_days"  # or "days", "months"


def working_days(key: str) -> Within:
    """A limit of as many working days as the rulebook says under `key`."""
    return Within(key)


def calendar_days(key: str) -> Within:
    """A limit of as many calendar days as the rulebook says under `key`."""
    return Within(key, "days")


def months(key: str) -> Within:
    """A limit of as many months as the rulebook says under `key`."""
    return Within(key, "months")


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody is about to do: handed to guards, recorders and effects.

    `by` is the appointment that acts, None when the clock does; `now` is aware, `today` the local day.
    """

    subject: Any
    step: str
    round: int
    outcome: str
    by: Any
    now: Any
    today: Any
    data: Mapping[str, Any] = field(default_factory=dict)
    why: str = ""


type Guard = Callable[[Any, Any], Refusal | None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a step may end. `reopens` are steps that begin a new round; `ends` closes the whole run."""

    key: str
    title: Any
    reopens: tuple[str, ...] = ()
    ends: bool = False
    requires: tuple[Guard, ...] = ()


DONE = Outcome("done", "")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a plan; the fields are explained in docs/workflow.md."""

    key: str
    title: Any
    by: Actor
    source: str
    shown: Any = ""
    public: Any = ""
    after: tuple[str, ...] = ()
    when: Callable[[Any], Any] | None = None
    requires: tuple[Guard, ...] = ()
    until: tuple[Guard, ...] = ()
    outcomes: tuple[Outcome, ...] = (DONE,)
    within: Within | None = None
    due: Callable[[Any], date | None] | None = None  # the day itself, where it follows from the subject (the visit, a term)
    lapses: str = ""
    does: Callable[[Act], None] | None = None
    then: tuple[Callable[[Act], None], ...] = ()
    readers: tuple[str, ...] = ()
    optional: str = ""
    final: bool = False

    def outcome(self, key: str) -> Outcome:
        """The outcome with this key; `PlanError` when the step has none such."""
        for outcome in self.outcomes:
            if outcome.key == key:
                return outcome
        message = f"step {self.key} has no outcome {key!r}"
        raise PlanError(message)


@dataclass(frozen=True, slots=True)
class Stage:
    """A named part of a plan, with its steps in the order in which they are shown."""

    key: str
    title: Any
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Plan:
    """A whole procedure. `check()` is called by the registry, so a plan that is registered can be run."""

    key: str
    title: Any
    stages: tuple[Stage, ...]

    @cached_property
    def steps(self) -> dict[str, Step]:
        """Every step by its key, in order."""
        return {step.key: step for stage in self.stages for step in stage.steps}

    @cached_property
    def dependants(self) -> dict[str, frozenset[str]]:
        """For each step the keys of all steps that wait for it, directly or through others."""
        direct = {key: {s.key for s in self.steps.values() if key in s.after} for key in self.steps}
        closed = {}
        for key in self.steps:
            seen: set[str] = set()
            todo = [key]
            while todo:
                for other in direct[todo.pop()] - seen:
                    seen.add(other)
                    todo.append(other)
            closed[key] = frozenset(seen)
        return closed

    @cached_property
    def ancestors(self) -> dict[str, frozenset[str]]:
        """For each step the keys of all steps that it waits for, directly or through others."""
        return {key: frozenset(other for other in self.steps if key in self.dependants[other]) for key in self.steps}

    def next_after(self, key: str, blocked: Collection[str]) -> Step | None:
        """The first step of the `blocked` ones that waits for `key`, directly or else through others; None where none does."""
        direct = (step for step in self.steps.values() if key in step.after and step.key in blocked)
        through = (step for step in self.steps.values() if step.key in self.dependants[key] and step.key in blocked)
        return next(direct, None) or next(through, None)


_plans: dict[str, Plan] = {}


def register(
    plan: Plan,
    *,
    known_values: Collection[str] | None = None,
    whole: Callable[[Any], bool] | None = None,
) -> Plan:
    """Check a plan and make it known by its key. The arguments are those of `check_plan`."""
    from tarazy.ground.workflow.check import check_plan

    check_plan(plan, known_values=known_values, whole=whole)
    _plans[plan.key] = plan
    return plan


def plan_called(key: str) -> Plan:
    """The registered plan with this key."""
    return _plans[key]


def plans() -> dict[str, Plan]:
    """All registered plans, by key."""
    return dict(_plans)
