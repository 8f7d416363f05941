"""Every moment of a usual procedure, from its real plan by the engine itself; what was computed once is kept."""

from dataclasses import asdict
from datetime import date, timedelta
from functools import cache, cached_property

from tarazy.external.procedure import facts
from tarazy.external.procedure.editions import EDITIONS
from tarazy.ground.workflow import engine
from tarazy.ground.workflow.states import FINISHED, StepStatus
from tarazy.reference.agencies.rulebook import defaults
from tarazy.site.demo.walk import USUAL

PACE, LIMIT, LONG = 4, 15, 200  # days from act to act; to take a step; to take one of the follow-up
OUTCOMES = USUAL | {"monitoring_review": "conclude"}  # one interim report, which is the last
NEVER = {
    facts.agency_is_new_to_it: facts.KNOWN_ALREADY,
    facts.challenge_is_pending: facts.NO_CHALLENGE,
    facts.inaccuracies_are_named: facts.NOTHING_INACCURATE,
    facts.appeal_is_pending: facts.NO_APPEAL,
}


class Way:
    """One procedure from its beginning to its end. Moment 0 is the beginning, moment `n` comes after `n` acts."""

    def __init__(self, edition: str, *, state_owned: bool, institutional: bool):
        self.plan = EDITIONS[edition].PLAN
        left_out = dict(NEVER)
        if not state_owned:
            left_out[facts.is_state_owned] = facts.NOT_STATE_OWNED
        if not institutional:
            left_out[facts.is_institutional] = facts.NOT_INSTITUTIONAL
        self.left_out, self.values = left_out, defaults()
        self.acts: list[tuple[str, str]] = []
        self.standings = [engine.begin(self.plan, self._applies)]
        while (key := self._next()) is not None:
            outcome = OUTCOMES.get(key, "done")
            self.acts.append((key, outcome))
            self.standings.append(engine.take(self.plan, self.standings[-1], key, outcome, self._applies))

    def _applies(self, key: str) -> bool | str:
        step = self.plan.steps[key]
        if step.optional and not self.values.get(step.optional, True):
            return "The agency's rulebook leaves this step out."
        return True if step.when not in self.left_out else str(self.left_out[step.when])

    def _next(self) -> str | None:
        if self.acts and self.plan.steps[self.acts[-1][0]].outcome(self.acts[-1][1]).ends:
            return None
        return next((key for key, standing in self.standings[-1].items() if standing.state == StepStatus.OPEN), None)

    @cached_property
    def published(self) -> int:
        """The first moment after the publication and what belongs to it."""
        last = max(place for place, (key, _outcome) in enumerate(self.acts) if key in {"publication", "deqar", "ministry"})
        return last + 1

    def done(self, moment: int) -> frozenset[str]:
        """The steps that are behind at this moment."""
        return _finished(self, moment)

    def open(self, moment: int) -> frozenset[str]:
        """The steps that are open at this moment."""
        return frozenset(key for key, standing in self.standings[moment].items() if standing.state == StepStatus.OPEN)

    def changes(self, act: int) -> dict[str, dict[str, object]]:
        """What this act moved, as the journal keeps it."""
        moved = engine.changes(self.standings[act], self.standings[act + 1])
        return {key: asdict(standing) for key, standing in moved.items()}


@cache
def way(edition: str, *, state_owned: bool, institutional: bool) -> Way:
    """The way of one kind of case."""
    return Way(edition, state_owned=state_owned, institutional=institutional)


@cache
def _finished(one: Way, moment: int) -> frozenset[str]:
    return frozenset(key for key, standing in one.standings[moment].items() if standing.state == StepStatus.DONE)


@cache
def _rows(one: Way, moment: int) -> list[tuple]:
    """Each step as it stands: key, actor, standing, and the acts after which it was opened and done."""
    opened: dict[str, int] = {}
    ended: dict[str, int] = {}
    for act, standings in enumerate(one.standings[: moment + 1]):
        for key, standing in standings.items():
            if standing.state == StepStatus.OPEN:
                opened.setdefault(key, act)
            elif standing.state in FINISHED:
                ended.setdefault(key, act)
    late = {step.key for step in one.plan.stages[-1].steps}
    found = []
    for key, standing in one.standings[moment].items():
        step = one.plan.steps[key]
        limit = (LONG if key in late else LIMIT) if step.within or step.due else None
        done = ended.get(key) if standing.state == StepStatus.DONE else None
        found.append((key, step.by.key, standing, opened.get(key), limit, done))
    return found


def step_rows(run: int, one: Way, moment: int, started: date):
    """The rows of `workflow.StepState` of a case that began on `started` and stands at this moment."""
    for key, actor, standing, opened, limit, done in _rows(one, moment):
        day = None if opened is None else started + timedelta(days=PACE * opened)
        due = None if day is None or limit is None else day + timedelta(days=limit)
        ended = None if done is None else started + timedelta(days=PACE * done)
        yield run, key, actor, standing.state, standing.round, standing.outcome, standing.reason, day, due, ended
