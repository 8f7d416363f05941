"""Time limits: the last day of a step is counted by the working calendar from the day it opened."""

from datetime import date

import pytest

from tarazy.ground.foundation.models import CalendarDay
from tarazy.ground.workflow.plan import Outcome, calendar_days, months, working_days
from tests.ground.workflow.plans import Matter, World, a_plan, a_step, registered

pytestmark = pytest.mark.django_db


def due(plan, values, opened, matter=None):
    """The last days of the plan's steps when its run starts on `opened`."""
    with registered(plan):
        return list(World(plan, values=values, today=opened, matter=matter).run.steps.values_list("due_on", flat=True))


# Friday 20 March 2026; Nauryz is 21 to 23 March, and its weekend days move on to the 24th and 25th.
@pytest.mark.parametrize(
    ("limit", "count", "last"),
    [
        (working_days, 1, date(2026, 3, 26)),
        (working_days, 3, date(2026, 3, 30)),
        (working_days, 0, date(2026, 3, 20)),
        (calendar_days, 5, date(2026, 3, 25)),
        (months, 1, date(2026, 4, 20)),
    ],
)
def test_working_days_pass_over_the_weekend_and_nauryz_and_calendar_days_do_not(limit, count, last):
    assert due(a_plan(a_step("report", within=limit("days"))), {"days": count}, date(2026, 3, 20)) == [last]


def test_a_day_moved_by_order_counts_as_the_order_says():
    CalendarDay.objects.create(day=date(2026, 3, 26), is_working=False)
    assert due(a_plan(a_step("report", within=working_days("days"))), {"days": 1}, date(2026, 3, 20)) == [date(2026, 3, 27)]


def test_a_limit_that_the_rulebook_does_not_set_is_none():
    plan = a_plan(a_step("report", within=working_days("days")), a_step("other"))
    assert due(plan, {}, date(2026, 3, 2)) == [None, None]
    assert due(plan, {"days": None}, date(2026, 3, 2)) == [None, None]


def test_a_day_that_the_subject_gives_comes_before_the_rulebooks_limit():
    plan = a_plan(a_step("visit", due=lambda matter: matter.facts.get("ends"), within=working_days("days")))
    known = Matter(facts={"ends": date(2026, 5, 20)})
    assert due(plan, {"days": 1}, date(2026, 3, 2), known) == [date(2026, 5, 20)]
    assert due(plan, {"days": 1}, date(2026, 3, 2), Matter("matter:2")) == [date(2026, 3, 3)]


def test_each_round_has_a_limit_of_its_own_counted_from_its_own_beginning():
    back = (Outcome("accept", ""), Outcome("return", "", reopens=("report",)))
    plan = a_plan(a_step("report", within=working_days("days")), a_step("review", after=("report",), outcomes=back))
    with registered(plan):
        world = World(plan, values={"days": 5}, today=date(2026, 3, 2))
        world.take("report", today=date(2026, 3, 3))
        report = world.run.steps.get(key="report")
        assert (report.opened_on, report.due_on, report.done_on) == (date(2026, 3, 2), date(2026, 3, 10), date(2026, 3, 3))
        world.take("review", "return", today=date(2026, 3, 11))
        report.refresh_from_db()
        assert (report.opened_on, report.due_on, report.done_on) == (date(2026, 3, 11), date(2026, 3, 18), None)
        review = world.run.steps.get(key="review")
        assert (review.opened_on, review.due_on, review.done_on) == (None, None, None)
