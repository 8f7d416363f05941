"""Promise 6: whose move it is, in one query; and which windows have closed by themselves."""

from datetime import date

import pytest
from django.db.models import Q

from tarazy.ground.workflow.models import Run
from tarazy.ground.workflow.plan import Actor, Outcome, working_days
from tarazy.ground.workflow.queries import inbox, lapsed
from tests.ground.workflow.plans import (
    TODAY,
    Appointment,
    Matter,
    World,
    a_plan,
    a_step,
    registered,
)

pytestmark = pytest.mark.django_db

# Theirs are the steps of runs that began on a day of their own: a condition that needs a look at another table.
starters = Actor(
    "starters",
    "those who start",
    holds=lambda by, subject: by.role == "starter",
    q=lambda by: Q(run__in=Run.objects.filter(started_on=TODAY)) if by.role == "starter" else Q(pk__in=[]),
)
ANSWERS = (Outcome("appeal", ""), Outcome("silence", ""))
PLAN = a_plan(
    a_step("report"),
    a_step("price", by=starters),
    a_step("review", after=("report",), outcomes=(Outcome("accept", ""), Outcome("stop", "", ends=True))),
)


@pytest.mark.parametrize("runs", [1, 30])
def test_an_inbox_is_one_query_for_one_run_and_for_thirty(runs, django_assert_num_queries):
    with registered(PLAN):
        for number in range(runs):
            World(PLAN, matter=Matter(f"matter:{number}"))
        with django_assert_num_queries(1):
            moves = [(state.run.pk, state.step.title) for state in inbox(Appointment(role="starter"))]
        assert len(moves) == 2 * runs


def test_an_inbox_holds_ones_own_open_steps_alone():
    with registered(PLAN):
        world = World(PLAN)
        assert [state.key for state in inbox(Appointment())] == ["report"]
        assert [state.key for state in inbox(Appointment(role="starter"))] == ["report", "price"]
        world.take("report")
        assert [state.key for state in inbox(Appointment())] == ["review"]


def test_an_ended_run_lies_on_nobodys_desk():
    with registered(PLAN):
        world = World(PLAN)
        world.take("report")
        world.take("review", "stop")
        assert list(inbox(Appointment(role="starter"))) == []


def test_the_public_has_no_inbox():
    with registered(PLAN):
        World(PLAN)
        assert list(inbox(None)) == []


def test_the_most_urgent_step_comes_first_and_those_without_a_limit_last():
    plan = a_plan(a_step("whenever"), a_step("late", within=working_days("long")), a_step("soon", within=working_days("short")))
    with registered(plan):
        World(plan, values={"long": 10, "short": 2})
        assert [state.key for state in inbox(Appointment())] == ["soon", "late", "whenever"]


def test_a_window_lapses_the_day_after_its_last_day():
    window = a_step("window", within=working_days("appeal_days"), lapses="silence", outcomes=ANSWERS)
    plan = a_plan(window, a_step("other", within=working_days("appeal_days")))
    with registered(plan):
        world = World(plan, values={"appeal_days": 3})
        last = world.run.steps.get(key="window").due_on
        assert last == date(2026, 3, 5)
        assert list(lapsed(last)) == []
        assert [state.key for state in lapsed(date(2026, 3, 6))] == ["window"]


def test_a_window_that_was_used_or_whose_run_has_ended_does_not_lapse():
    window = a_step("window", within=working_days("appeal_days"), lapses="silence", outcomes=ANSWERS)
    plan = a_plan(window, a_step("other", outcomes=(Outcome("stop", "", ends=True),)))
    with registered(plan):
        used, ended = (World(plan, values={"appeal_days": 3}, matter=Matter(name)) for name in ("matter:1", "matter:2"))
        used.take("window", "appeal")
        ended.take("other", "stop")
        assert list(lapsed(date(2026, 4, 1))) == []
