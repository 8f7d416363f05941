"""Windows that close by themselves: who says nothing in time has agreed (R243, R248, R253)."""

from datetime import UTC, datetime, time, timedelta

import pytest
from procrastinate.contrib.django import app

from tarazy.external.procedure.tasks import close_what_is_over
from tarazy.ground.foundation import clock
from tarazy.ground.journal.models import Entry
from tarazy.ground.notices.models import Notice
from tests.factories_cases import make_walk

pytestmark = pytest.mark.django_db


@pytest.fixture
def on(monkeypatch):
    """`on(day)`: it is noon in Kazakhstan on this day."""
    return lambda day: monkeypatch.setattr(clock, "now", lambda: datetime.combine(day, time(7), UTC))


@pytest.mark.parametrize(
    ("window", "agreed", "follows"),
    [
        pytest.param("challenge_window", "agree", "appointment_order", marks=pytest.mark.requirement("R243")),
        pytest.param("factual_check", "confirm", "conclusion", marks=pytest.mark.requirement("R248")),
        pytest.param("appeal_window", "accept", "certificate", marks=pytest.mark.requirement("R253")),
    ],
)
def test_a_window_closes_after_its_last_day_and_the_case_goes_on(on, window, agreed, follows):
    case = make_walk("school_2026").until(window).case
    step = case.run.steps.get(key=window)

    on(step.due_on)
    assert close_what_is_over(timestamp=0) == 0
    on(step.due_on + timedelta(days=1))
    assert [close_what_is_over(timestamp=0), close_what_is_over(timestamp=0)] == [1, 0]

    step.refresh_from_db()
    assert (step.state, step.outcome) == ("done", agreed)
    assert case.run.steps.get(key=follows).state == "open"
    entry = Entry.objects.filter(subject=case.journal_name, after__step=window).last()
    assert (entry.who, entry.after["outcome"]) == ({}, agreed)


@pytest.mark.requirement("R243")
def test_the_coordinator_is_told_of_a_window_that_closed_by_itself(on):
    walk = make_walk("school_2026").until("challenge_window")
    on(walk.case.run.steps.get(key="challenge_window").due_on + timedelta(days=1))
    Notice.objects.all().delete()

    close_what_is_over(timestamp=0)

    assert {notice.person for notice in Notice.objects.all()} == {walk.cast.coordinator.person, walk.cast.agency_head.person}


def test_the_worker_looks_for_closed_windows_by_itself():
    assert ("procedure.close_lapsed", "") in app.periodic_registry.periodic_tasks
