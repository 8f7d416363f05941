"""Promises 1, 2 and 4 on random plans and walks, without a database (docs/workflow.md)."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarazy.ground.workflow import engine
from tarazy.ground.workflow.check import check_plan
from tarazy.ground.workflow.engine import NotOpen, Standing
from tarazy.ground.workflow.plan import Outcome
from tarazy.ground.workflow.states import FINISHED, StepStatus
from tests.ground.workflow.plans import a_plan, a_step, plans, verdicts, walks

answers = st.lists(verdicts, min_size=1, max_size=7)


def walked(plan, walk, answers):
    """Every move of a walk as (standings before, step, outcome, standings after); the first has no step."""
    asked = 0

    def applies(key):
        nonlocal asked
        step, asked = plan.steps[key], asked + 1
        return answers[asked % len(answers)] if step.when or step.optional else True

    standings = engine.begin(plan, applies)
    yield {}, None, None, standings
    for which, how in walk:
        takeable = [key for key, standing in standings.items() if standing.state == StepStatus.OPEN]
        if not takeable:
            return
        step = plan.steps[takeable[which % len(takeable)]]
        outcome = step.outcomes[how % len(step.outcomes)]
        after = engine.take(plan, standings, step.key, outcome.key, applies)
        yield standings, step, outcome, after
        if outcome.ends:
            return
        standings = after


@given(plans(), walks, answers)
def test_a_random_plan_passes_the_check(plan, walk, answers):
    check_plan(plan)


@given(plans(), walks, answers)
def test_a_step_is_open_or_done_only_when_all_that_leads_to_it_is_finished(plan, walk, answers):
    for _, _, ending, after in walked(plan, walk, answers):
        for key, standing in after.items():
            before_it = [after[other].state in FINISHED for other in plan.ancestors[key]]
            kept = plan.steps[key].final and standing.state == StepStatus.DONE
            if standing.state != StepStatus.BLOCKED and not kept:
                assert all(before_it)
            if standing.state == StepStatus.BLOCKED and not (ending and ending.ends):
                assert not all(before_it)


@given(plans(), walks, answers)
def test_a_step_is_taken_only_when_open_and_then_is_done_or_returned(plan, walk, answers):
    for before, step, outcome, after in walked(plan, walk, answers):
        if step is None:
            continue
        assert before[step.key].state == StepStatus.OPEN
        if not outcome.reopens or step.final:
            assert after[step.key] == Standing(StepStatus.DONE, before[step.key].round, outcome.key)
        else:
            assert after[step.key].state != StepStatus.DONE


@given(plans(), walks, answers)
def test_no_other_step_ever_becomes_done(plan, walk, answers):
    for before, step, _, after in walked(plan, walk, answers):
        become = {key for key in after if after[key].state == StepStatus.DONE and (not before or before[key] != after[key])}
        assert become <= ({step.key} if step else set())


@given(plans(), walks, answers)
def test_a_step_that_is_not_open_cannot_be_taken(plan, walk, answers):
    *_, (_, _, _, standings) = walked(plan, walk, answers)
    for key, standing in standings.items():
        if standing.state != StepStatus.OPEN:
            with pytest.raises(NotOpen):
                engine.take(plan, standings, key, "accept", lambda key: True)


@given(plans(), walks, answers)
def test_reopening_blocks_all_that_depends_on_a_step_but_what_was_judged_final(plan, walk, answers):
    for before, step, outcome, after in walked(plan, walk, answers):
        for target in outcome.reopens if outcome else ():
            for key in {target, *plan.dependants[target]}:
                was = Standing(StepStatus.DONE, before[key].round, outcome.key) if key == step.key else before[key]
                if plan.steps[key].final and was.state == StepStatus.DONE:
                    assert after[key] == was
                elif any(after[other].state not in FINISHED for other in plan.ancestors[key]):
                    assert after[key].state == StepStatus.BLOCKED
                else:
                    assert after[key].state in {StepStatus.OPEN, StepStatus.SKIPPED}


@given(plans(), walks, answers)
def test_reopening_touches_nothing_else(plan, walk, answers):
    for before, step, outcome, after in walked(plan, walk, answers):
        if outcome and outcome.reopens:
            within = {step.key}.union(*({target, *plan.dependants[target]} for target in outcome.reopens))
            beyond = {key for key in engine.changes(before, after) if key not in within}
            # What a final step leads to may open now, for that step has been taken.
            assert beyond <= (plan.dependants[step.key] if step.final else set())


@given(plans(), walks, answers)
def test_a_round_only_grows_by_one_each_time_the_step_opens(plan, walk, answers):
    for before, _, _, after in walked(plan, walk, answers):
        for key, standing in after.items():
            was = before.get(key, Standing())
            newly_open = standing.state == StepStatus.OPEN and was != standing
            assert standing.round == was.round + (1 if newly_open else 0)


@given(plans(), walks, answers)
def test_the_recorded_changes_alone_rebuild_every_standing(plan, walk, answers):
    recorded = []
    for before, _, _, after in walked(plan, walk, answers):
        recorded.append(engine.changes(before, after))
        assert engine.replay(recorded) == after


@given(plans(), walks, answers)
def test_the_engine_never_changes_what_it_was_given(plan, walk, answers):
    for before, step, outcome, _ in walked(plan, walk, answers):
        if step:
            kept = deepcopy(before)
            engine.take(plan, before, step.key, outcome.key, lambda key: True)
            assert before == kept


@given(plans(), answers)
def test_a_plan_whose_outcomes_all_lead_on_always_comes_to_its_end(plan, answers):
    moves = list(walked(plan, [(0, 0)] * len(plan.steps), answers))
    assert all(standing.state in FINISHED for standing in moves[-1][3].values())


def test_what_follows_a_final_step_waits_until_the_reopened_one_is_done_again():
    plan = a_plan(
        a_step("session"),
        a_step("ruling", after=("session",), final=True, outcomes=(Outcome("uphold", "", reopens=("session",)),)),
        a_step("certificate", after=("ruling",)),
    )
    start = engine.begin(plan, lambda key: True)
    upheld = engine.take(plan, engine.take(plan, start, "session", "done", lambda key: True), "ruling", "uphold", lambda key: True)
    assert [standing.state for standing in upheld.values()] == ["open", "done", "blocked"]
    again = engine.take(plan, upheld, "session", "done", lambda key: True)
    assert [standing.state for standing in again.values()] == ["done", "done", "open"]


def test_whether_a_step_applies_is_asked_anew_in_each_round():
    plan = a_plan(
        a_step("report"),
        a_step("audit", after=("report",), when=lambda matter: True),
        a_step("review", after=("audit",), outcomes=(Outcome("return", "", reopens=("report",)), Outcome("accept", ""))),
    )
    first = engine.take(plan, engine.begin(plan, lambda key: True), "report", "done", lambda key: "Not here." if key == "audit" else True)
    assert first["audit"] == Standing(StepStatus.SKIPPED, 0, reason="Not here.")
    returned = engine.take(plan, first, "review", "return", lambda key: True)
    assert returned["audit"] == Standing(StepStatus.BLOCKED, 0)
    second = engine.take(plan, returned, "report", "done", lambda key: True)
    assert second["audit"] == Standing(StepStatus.OPEN, 1)
