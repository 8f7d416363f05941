"""What must be true of a plan before it may run (promise 5 of docs/workflow.md)."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import chain
from typing import Any, NoReturn

from tarazy.ground.workflow.plan import Outcome, Plan, PlanError, Step

# The numbers of the founding documents' demands, R001 to R276.
REQUIREMENTS = frozenset(f"{number:03}" for number in range(1, 277))
KEY = re.compile(r"[a-z][a-z0-9_]*")
# As long as the columns that keep them.
PLAN_KEY, STEP_KEY, ACTOR_KEY, OUTCOME_KEY = 60, 60, 40, 30


def check_plan(
    plan: Plan,
    *,
    known_values: Collection[str] | None = None,
    whole: Callable[[Any], bool] | None = None,
) -> None:
    """Raise `PlanError` at the first mistake: its sentence names the plan, the step and what is wrong.

    `known_values` are the keys that a rulebook may hold; `whole(text)` says whether a text exists in all three
    languages. Without them these two things are not judged.
    """
    _check_keys(plan)
    for step in plan.steps.values():
        _check_step(plan, step)
        for outcome in step.outcomes:
            _check_outcome(plan, step, outcome)
    _check_order(plan)
    _check_ways(plan)
    if known_values is not None:
        _check_values(plan, known_values)
    if whole is not None:
        _check_texts(plan, whole)


def _check_keys(plan: Plan) -> None:
    steps = [step for stage in plan.stages for step in stage.steps]
    if not steps:
        _fail(plan, "it has no step")
    _check_doubled(plan, "stage keys", [stage.key for stage in plan.stages])
    _check_doubled(plan, "step keys", [step.key for step in steps])
    _check_key(plan, "its key", plan.key, PLAN_KEY)
    for step in steps:
        _check_key(plan, "the step", step.key, STEP_KEY)
        _check_key(plan, f"the actor of {step.key}", step.by.key, ACTOR_KEY)
        _check_doubled(plan, f"outcomes of {step.key}", [o.key for o in step.outcomes])
        for outcome in step.outcomes:
            _check_key(plan, f"the outcome of {step.key}", outcome.key, OUTCOME_KEY)
    actors = {step.by.key: step.by for step in steps}
    for step in steps:
        if step.by is not actors[step.by.key]:
            _fail(plan, f"two different actors are called {step.by.key}")


def _check_key(plan: Plan, what: str, key: str, longest: int) -> None:
    if not KEY.fullmatch(key) or len(key) > longest:
        _fail(
            plan,
            f"{what} {key!r} must be small letters, digits and _, at most {longest}",
        )


def _check_doubled(plan: Plan, what: str, keys: Sequence[str]) -> None:
    doubled = sorted({key for key in keys if keys.count(key) > 1})
    if doubled:
        _fail(plan, f"{what} stand twice: {', '.join(doubled)}")


def _check_step(plan: Plan, step: Step) -> None:
    for other in step.after:
        if other not in plan.steps:
            _fail(plan, f"{step.key} waits for {other}, which is no step")
    if not step.source:
        _fail(plan, f"{step.key} names no source")
    _check_source(plan, step)
    if not step.outcomes:
        _fail(plan, f"{step.key} has no outcome")
    if step.lapses:
        step.outcome(step.lapses)
        if step.within is None and step.due is None:
            _fail(plan, f"{step.key} lapses but has no time limit")


def _check_source(plan: Plan, step: Step) -> None:
    named = re.findall(r"\bR(\d+)\b", step.source)
    if not named:
        _fail(plan, f"the source of {step.key} names no requirement: {step.source}")
    for number in named:
        if number not in REQUIREMENTS:
            _fail(plan, f"the source of {step.key} names R{number}, which is none")


def _check_outcome(plan: Plan, step: Step, outcome: Outcome) -> None:
    name = f"{step.key}/{outcome.key}"
    if outcome.ends and outcome.reopens:
        _fail(plan, f"{name} both ends the run and reopens a step")
    for other in outcome.reopens:
        if other not in plan.steps:
            _fail(plan, f"{name} reopens {other}, which is no step")
        if step.key not in plan.dependants[other]:
            _fail(plan, f"{name} reopens {other}, which does not lead back to it")


def _check_order(plan: Plan) -> None:
    for key, dependants in plan.dependants.items():
        if key in dependants:
            _fail(plan, f"{key} waits for itself")


def _check_ways(plan: Plan) -> None:
    """Every outcome leads on or ends, and every step can come to be opened."""
    for step in plan.steps.values():
        final_word = [o for o in step.outcomes if step.final or not o.reopens]
        if not final_word:
            _fail(plan, f"no outcome of {step.key} leads on or ends")
        may_be_skipped = step.when is not None or bool(step.optional)
        leads_on = may_be_skipped or any(not o.ends for o in final_word)
        behind = sorted(plan.dependants[step.key])
        if behind and not leads_on:
            _fail(
                plan,
                f"{', '.join(behind)} cannot be reached: {step.key} always ends the run",
            )


def _check_values(plan: Plan, known: Collection[str]) -> None:
    for step in plan.steps.values():
        for key in (step.within.key if step.within else "", step.optional):
            if key and key not in known:
                _fail(plan, f"{step.key} uses {key}, which is no rulebook value")


def _check_texts(plan: Plan, whole: Callable[[Any], bool]) -> None:
    for place, text in chain([("its title", plan.title)], _texts(plan)):
        if not whole(text):
            _fail(plan, f"{place} is not said in three languages: {text}")


def _texts(plan: Plan) -> Iterator[tuple[str, Any]]:
    """Every text that somebody may read, with its place; a step must have a title, the rest may be left out."""
    for stage in plan.stages:
        yield f"the title of stage {stage.key}", stage.title
        for step in stage.steps:
            yield f"the title of {step.key}", step.title
            yield f"the actor of {step.key}", step.by.name
            for field in ("shown", "public"):
                if text := getattr(step, field):
                    yield f"`{field}` of {step.key}", text
            for outcome in step.outcomes:
                if outcome.title:
                    yield f"the title of {step.key}/{outcome.key}", outcome.title


def _fail(plan: Plan, sentence: str) -> NoReturn:
    message = f"plan {plan.key}: {sentence}"
    raise PlanError(message)
