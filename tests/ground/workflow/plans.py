"""Random plans and walks for the property tests, and the small plans of the others."""

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import Q
from hypothesis import strategies as st

from tarazy.ground.foundation.text import Text
from tarazy.ground.workflow import plan as registry
from tarazy.ground.workflow.plan import Act, Actor, Outcome, Plan, Stage, Step
from tarazy.ground.workflow.services import Setting, start_run, take

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TODAY = date(2026, 3, 2)  # a Monday
LATER = datetime(2026, 3, 3, 11, 0, tzinfo=UTC)

# Anybody may take these steps; what lies on their desk is every open step.
anyone = Actor("anyone", "anyone", holds=lambda by, subject: True, q=lambda by: Q(pk__isnull=False))


@dataclass
class Person:
    """Stands in for a person with an account: the journal needs their name alone."""

    name: str = "Aigerim"


@dataclass
class Body:
    """Stands in for the body in which somebody is appointed."""

    name: Text = field(default_factory=lambda: Text.of("Demo agency"))


@dataclass
class Appointment:
    """Stands in for an appointment; `pk` tells one person from another."""

    pk: int = 1
    role: str = "coordinator"
    person: Person = field(default_factory=Person)
    body: Body = field(default_factory=Body)

    @property
    def person_id(self):
        """The journal stores it."""
        return self.pk


@dataclass
class Matter:
    """What a run is about in these tests; `verdicts` answer each step's `when`, `facts` the guards."""

    name: str = "matter:1"
    verdicts: dict[str, bool | str] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)


def a_step(key, **fields):
    """A step that anyone may take, with a title and a source."""
    return Step(key, fields.pop("title", key.capitalize()), **{"by": anyone, "source": "R001", **fields})


def a_plan(*steps, key="small"):
    """A plan of one stage."""
    return Plan(key, "Small plan", (Stage("only", "Only stage", steps),))


def a_setting(matter, values=None, audience=("agency",)):
    """What surrounds a run of `matter`."""
    return Setting(matter, values or {}, matter.name, audience)


@contextmanager
def registered(*plans):
    """The registry with these plans alone; as it was before, afterwards."""
    before = registry.plans()
    registry._plans.clear()
    try:
        for plan in plans:
            registry.register(plan)
        yield
    finally:
        registry._plans.clear()
        registry._plans.update(before)


class World:
    """One run of a plan with everything that its steps need, so that a test reads `world.take("review", "accept")`."""

    def __init__(self, plan, *, matter=None, values=None, audience=("agency",), today=TODAY):
        self.matter = matter or Matter()
        self.setting = a_setting(self.matter, values, audience)
        self.run = start_run(plan=plan, setting_of=lambda run: self.setting, today=today, by=Appointment(), now=NOW)

    def take(self, step, outcome="done", *, seen_round=None, by=None, today=TODAY, data=None):
        """Take a step in the name of somebody."""
        act = Act(self.matter, step, seen_round or 0, outcome, by or Appointment(), LATER, today, data or {})
        take(self.run, act, setting=self.setting, seen_round=seen_round)

    def states(self):
        """Each step's state and round, as the database holds them."""
        return {key: (state, number) for key, state, number in self.run.steps.values_list("key", "state", "round")}


def answered(key):
    """A `when` that the matter itself answers, so that an answer may change while the run goes on."""
    return lambda matter: matter.verdicts.get(key, True)


verdicts = st.sampled_from([True, True, True, False, "Not where it is small."])
# Which of the open steps is taken, and with which of its outcomes; both are taken modulo how many there are.
walks = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 3)), max_size=40)


@st.composite
def plans(draw, most=9):
    """A random acyclic plan: some steps conditional, optional or final, some outcomes reopening or ending."""
    count = draw(st.integers(1, most))
    steps: list[Step] = []
    before: dict[str, set[str]] = {}
    for number in range(count):
        key = f"s{number}"
        known = [step.key for step in steps]
        fewest = draw(st.sampled_from([1, 1, 1, 0]))
        after = tuple(sorted(draw(st.sets(st.sampled_from(known), min_size=fewest, max_size=3)))) if known else ()
        before[key] = set(after).union(*(before[other] for other in after))
        steps.append(
            a_step(
                key,
                after=after,
                when=answered(key) if draw(st.booleans()) else None,
                optional=f"with_{key}" if draw(st.integers(0, 4)) == 3 else "",
                final=draw(st.sampled_from([False, False, True])),
                outcomes=draw(outcomes(sorted(before[key]))),
            )
        )
    cut = draw(st.integers(0, count - 1))
    stages = (Stage("first", "First", tuple(steps[:cut])), Stage("second", "Second", tuple(steps[cut:])))
    return Plan("random", "Random plan", stages)


@st.composite
def outcomes(draw, before):
    """The first outcome leads on; then perhaps one that reopens steps and one that ends the run."""
    result = [Outcome("accept", "Accept")]
    if before and draw(st.sampled_from([True, True, False])):
        targets = draw(st.sets(st.sampled_from(before), min_size=1, max_size=2))
        result.append(Outcome("return", "Return", reopens=tuple(sorted(targets))))
    if draw(st.integers(0, 19)) == 13:
        result.append(Outcome("stop", "Stop", ends=True))
    return tuple(result)
