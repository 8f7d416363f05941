"""Promise 3 with two real connections: the second waits at the lock until the first has finished, then is judged anew."""

from threading import Barrier, Thread

import pytest
from django.db import connection, transaction
from django.utils.translation import override

from tarazy.ground.foundation.errors import NotYours, Refusal, Refused, Stale
from tarazy.ground.foundation.models import CalendarDay
from tarazy.ground.journal.models import Entry
from tarazy.ground.workflow.plan import Actor, Outcome
from tests.ground.workflow.plans import (
    TODAY,
    Appointment,
    World,
    a_plan,
    a_step,
    registered,
)

pytestmark = pytest.mark.django_db(transaction=True)

OFTEN = 5000  # how often the first looks for the second at the lock before it gives up


def at_once(*acts):
    """What became of each act, done at the same time on a connection of its own: None, or what it raised."""
    together = Barrier(len(acts), timeout=20)
    became = [None] * len(acts)

    def do(number, act):
        try:
            together.wait()
            with override("en"):
                act()
        except Exception as error:  # noqa: BLE001 (handed to the test)
            became[number] = error
        finally:
            connection.close()

    threads = [Thread(target=do, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return became


def wait_for_another(act=None):
    """Go on only when another connection stands at a lock that this one holds."""
    for _ in range(OFTEN):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))")
            if cursor.fetchone()[0]:
                return
    message = "nobody came to the lock"
    raise AssertionError(message)


def records(act):
    """A recorder that leaves a row and then waits until the other has come to the lock."""
    CalendarDay.objects.create(day=TODAY, is_working=False)
    wait_for_another()


@pytest.mark.parametrize("seen_round", [None, 1])
def test_two_who_press_at_once_cannot_both_win_and_the_second_reads_who_was_first(seen_round):
    plan = a_plan(a_step("decide", does=records, outcomes=(Outcome("accept", ""), Outcome("decline", ""))), a_step("other"))
    with registered(plan):
        world = World(plan)
        became = at_once(
            lambda: world.take("decide", "accept", by=Appointment(5), seen_round=seen_round),
            lambda: world.take("decide", "decline", by=Appointment(6), seen_round=seen_round),
        )
    (winner,) = [number for number, error in enumerate(became) if error is None]
    loser = became[1 - winner]
    assert type(loser) is Stale
    assert [str(reason.text) for reason in loser.reasons] == ["This step has moved on since you opened the page."]
    taken = Entry.objects.get(verb="workflow.step_taken")
    assert (taken.appointment_id, taken.after["outcome"]) == [(5, "accept"), (6, "decline")][winner]
    assert loser.since[-1] == taken
    assert CalendarDay.objects.count() == 1
    assert world.states() == {"decide": ("done", 1), "other": ("open", 1)}


def test_the_first_of_two_who_return_at_once_opens_one_round_only():
    back = (Outcome("accept", ""), Outcome("return", "", reopens=("report",)))
    plan = a_plan(a_step("report"), a_step("review", after=("report",), does=records, outcomes=back))
    with registered(plan):
        world = World(plan)
        world.take("report")
        became = at_once(*[lambda: world.take("review", "return", seen_round=1)] * 2)
    assert sorted(type(error) for error in became if error) == [Stale]
    assert world.states() == {"report": ("open", 2), "review": ("blocked", 1)}


def is_free(matter, today):
    """A guard over a fact that the other step takes away."""
    return Refusal("The day is taken.") if CalendarDay.objects.exists() else None


def test_guards_are_judged_again_under_the_lock():
    plan = a_plan(a_step("left", requires=(is_free,), does=records), a_step("right", requires=(is_free,), does=records))
    with registered(plan):
        world = World(plan)
        became = at_once(lambda: world.take("left"), lambda: world.take("right"))
    (refused,) = [error for error in became if error]
    assert type(refused) is Refused
    assert [reason.text for reason in refused.reasons] == ["The day is taken."]
    assert sorted(state for state, _ in world.states().values()) == ["done", "open"]


def test_rights_are_judged_again_under_the_lock():
    trusted = Actor("trusted", "trusted", holds=lambda by, subject: not CalendarDay.objects.exists(), q=lambda by: None)
    plan = a_plan(a_step("left", by=trusted, does=records), a_step("right", by=trusted, does=records))
    with registered(plan):
        world = World(plan)
        became = at_once(lambda: world.take("left"), lambda: world.take("right"))
    assert [type(error) for error in became if error] == [NotYours]
    assert sorted(state for state, _ in world.states().values()) == ["done", "open"]


def test_when_the_first_is_refused_at_the_end_the_second_wins():
    def refuses_the_first(act):
        if act.by.pk == 5:
            wait_for_another()
            raise Refused(Refusal("The mail cannot be written."))

    plan = a_plan(a_step("decide", does=lambda act: CalendarDay.objects.create(day=TODAY, is_working=False), then=(refuses_the_first,)))
    with registered(plan):
        world = World(plan)
        inside = Barrier(2, timeout=20)

        def first():
            with transaction.atomic():
                type(world.run).objects.select_for_update().get(pk=world.run.pk)
                inside.wait()
                world.take("decide", by=Appointment(5))

        def second():
            inside.wait()
            world.take("decide", by=Appointment(6))

        became = at_once(first, second)
    assert [type(error) for error in became] == [Refused, type(None)]
    assert Entry.objects.get(verb="workflow.step_taken").appointment_id == 6
    assert CalendarDay.objects.count() == 1
