"""The engine without a database: given a plan and where each step stands, what changes when one is taken.

Pure functions over plain values, so that the promises can be tested on thousands of random plans. The seven promises
are in docs/workflow.md; each has its property test.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from tarazy.ground.workflow.plan import Plan
from tarazy.ground.workflow.states import FINISHED, StepStatus


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a step stands: its state, its round (from 1), the outcome of the last time it was done, why it was skipped."""

    state: str = StepStatus.BLOCKED
    round: int = 0
    outcome: str = ""
    reason: str = ""


type Standings = Mapping[str, Standing]
# Whether a step applies now: True, or the reason (a string) why it is left out.
type Applies = Callable[[str], bool | str]


class NotOpen(Exception):
    """The step is not open, so it cannot be taken."""


def begin(plan: Plan, applies: Applies) -> dict[str, Standing]:
    """The standings of a new run: the first steps open, the rest blocked."""
    return settle(plan, dict.fromkeys(plan.steps, Standing()), applies)


def take(plan: Plan, standings: Standings, key: str, outcome_key: str, applies: Applies) -> dict[str, Standing]:
    """The standings after `key` ended with `outcome_key`. Raises `NotOpen`; never changes what it was given."""
    now = standings[key]
    if now.state != StepStatus.OPEN:
        raise NotOpen(key)
    outcome = plan.steps[key].outcome(outcome_key)
    after = dict(standings)
    after[key] = replace(now, state=StepStatus.DONE, outcome=outcome_key)
    if outcome.ends:
        return after
    for target in outcome.reopens:
        after.update(_unwound(plan, after, target))
    return settle(plan, after, applies)


def settle(plan: Plan, standings: Standings, applies: Applies) -> dict[str, Standing]:
    """Open or skip every blocked step when all that leads to it is finished, until nothing moves any more.

    All that leads to it, not only what it names: a step judged final stays done while what came before it is done
    again, and what follows it must wait for that too.
    """
    after = dict(standings)
    moved = True
    while moved:
        moved = False
        for key in plan.steps:
            if after[key].state == StepStatus.BLOCKED and all(after[other].state in FINISHED for other in plan.ancestors[key]):
                after[key] = _entered(after[key], applies(key))
                moved = True
    return after


def changes(before: Standings, after: Standings) -> dict[str, Standing]:
    """Only the steps that stand differently."""
    return {key: standing for key, standing in after.items() if before.get(key) != standing}


def replay(entries: Iterable[Mapping[str, Standing]]) -> dict[str, Standing]:
    """The standings that a sequence of recorded changes leads to: the journal alone rebuilds every state."""
    result: dict[str, Standing] = {}
    for entry in entries:
        result.update(entry)
    return result


def _entered(standing: Standing, applicable: bool | str) -> Standing:
    if applicable is True:
        return Standing(StepStatus.OPEN, standing.round + 1)
    return Standing(StepStatus.SKIPPED, standing.round, reason=str(applicable or ""))


def _unwound(plan: Plan, standings: Standings, target: str) -> dict[str, Standing]:
    """`target` and all that depends on it, blocked again; what was judged final stays."""
    touched = {target, *plan.dependants[target]}
    return {
        key: replace(standings[key], state=StepStatus.BLOCKED, reason="")
        for key in touched
        if not (plan.steps[key].final and standings[key].state == StepStatus.DONE)
    }
