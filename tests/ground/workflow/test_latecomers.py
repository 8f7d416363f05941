"""What somebody is told who comes too late: what happened since, as far as they may read it."""

import pytest

from tarazy.ground.foundation.errors import Stale
from tarazy.ground.workflow.models import Run
from tarazy.ground.workflow.plan import Outcome
from tests.ground.workflow.plans import TODAY, Appointment, World, a_plan, a_step, registered

RETURN = (Outcome("accept", "Ready"), Outcome("return", "Rework", reopens=("report",)))
REVIEWED = a_plan(a_step("report"), a_step("review", after=("report",), outcomes=RETURN), a_step("seal", after=("review",)))


@pytest.mark.django_db
def test_who_saw_an_earlier_round_is_told_what_came_since_it_opened():
    with registered(REVIEWED):
        world = World(REVIEWED)
        world.take("report", by=Appointment(7))
        world.take("review", "return", by=Appointment(8))
        with pytest.raises(Stale, match="This step has moved on since you opened the page") as late:
            world.take("report", seen_round=1)
        assert [(e.after["step"], e.appointment_id) for e in late.value.since] == [("report", 7), ("review", 8)]
        assert world.states()["report"] == ("open", 2)


@pytest.mark.django_db
def test_who_saw_no_round_is_told_the_last_few_entries_oldest_first():
    plan = a_plan(*(a_step(f"s{number}") for number in range(8)))
    with registered(plan):
        world = World(plan)
        for number in range(7):
            world.take(f"s{number}")
        with pytest.raises(Stale) as late:
            world.take("s0")
    assert [entry.after["step"] for entry in late.value.since] == ["s2", "s3", "s4", "s5", "s6"]


@pytest.mark.django_db
@pytest.mark.parametrize("seen_round", [None, 1])
def test_a_latecomer_is_not_told_what_the_readers_of_the_step_may_not_read(seen_round):
    plan = a_plan(a_step("own", readers=("institution",)), a_step("vote", readers=("council",)), a_step("notice"))
    with registered(plan):
        world = World(plan, audience=("agency", "institution"))
        for key in ("vote", "notice", "own"):
            world.take(key)
        with pytest.raises(Stale) as late:
            world.take("own", seen_round=seen_round)
    assert [entry.after.get("step") for entry in late.value.since][-2:] == ["notice", "own"]
    assert "vote" not in [entry.after.get("step") for entry in late.value.since]


@pytest.mark.django_db
def test_nothing_can_be_taken_in_a_run_that_has_ended():
    plan = a_plan(a_step("review", outcomes=(Outcome("decline", "", ends=True),)), a_step("other"))
    with registered(plan):
        world = World(plan)
        world.take("review", "decline")
        assert Run.objects.get().ended_on == TODAY
        with pytest.raises(Stale, match="This procedure has ended") as late:
            world.take("other", seen_round=1)
    assert [entry.after["step"] for entry in late.value.since] == ["review"]
