"""Promise 5: a definition is checked when it is loaded, and each mistake is said in a sentence of its own."""

import pytest

from tarazy.ground.foundation.text import Text
from tarazy.ground.workflow.check import check_plan
from tarazy.ground.workflow.plan import (
    Actor,
    Outcome,
    Plan,
    PlanError,
    Stage,
    calendar_days,
    plans,
    register,
    working_days,
)
from tests.ground.workflow.plans import a_plan, a_step, registered

somebody_else = Actor("anyone", "somebody else", holds=lambda by, subject: False, q=lambda by: None)
ENDS = (Outcome("stop", "", ends=True),)

MISTAKES = {
    "it has no step": a_plan(),
    "stage keys stand twice: one": Plan("small", "", (Stage("one", "", (a_step("a"),)), Stage("one", "", (a_step("b"),)))),
    "step keys stand twice: a": a_plan(a_step("a"), a_step("a")),
    "its key 'Not A Key' must be small letters, digits and _, at most 60": a_plan(a_step("a"), key="Not A Key"),
    "the step 'A-b' must be small letters, digits and _, at most 60": a_plan(a_step("A-b")),
    "the actor of a '' must be small letters, digits and _, at most 40": a_plan(
        a_step("a", by=Actor("", "", holds=lambda by, subject: True, q=lambda by: None))
    ),
    f"the outcome of a '{'o' * 31}' must be small letters, digits and _, at most 30": a_plan(
        a_step("a", outcomes=(Outcome("o" * 31, ""),))
    ),
    "outcomes of a stand twice: yes": a_plan(a_step("a", outcomes=(Outcome("yes", ""), Outcome("yes", "")))),
    "two different actors are called anyone": a_plan(a_step("a"), a_step("b", by=somebody_else)),
    "b waits for missing, which is no step": a_plan(a_step("a"), a_step("b", after=("missing",))),
    "a names no source": a_plan(a_step("a", source="")),
    "the source of a names no requirement: S4 1.6": a_plan(a_step("a", source="S4 1.6")),
    "the source of a names R277, which is none": a_plan(a_step("a", source="S4 1.6; R001, R277")),
    "the source of a names R000, which is none": a_plan(a_step("a", source="R000")),
    "the source of a names R22, which is none": a_plan(a_step("a", source="R22")),
    "a has no outcome": a_plan(a_step("a", outcomes=())),
    "a lapses but has no time limit": a_plan(a_step("a", lapses="done")),
    "step a has no outcome 'silence'": a_plan(a_step("a", lapses="silence", within=working_days("days"))),
    "b/back both ends the run and reopens a step": a_plan(
        a_step("a"), a_step("b", after=("a",), outcomes=(Outcome("back", "", reopens=("a",), ends=True),))
    ),
    "a/back reopens missing, which is no step": a_plan(a_step("a", outcomes=(Outcome("back", "", reopens=("missing",)),))),
    "b/back reopens a, which does not lead back to it": a_plan(
        a_step("a"), a_step("b", outcomes=(Outcome("on", ""), Outcome("back", "", reopens=("a",))))
    ),
    "a waits for itself": a_plan(a_step("a", after=("b",)), a_step("b", after=("a",))),
    "no outcome of b leads on or ends": a_plan(a_step("a"), a_step("b", after=("a",), outcomes=(Outcome("back", "", reopens=("a",)),))),
    "b, c cannot be reached: a always ends the run": a_plan(
        a_step("a", outcomes=ENDS), a_step("b", after=("a",)), a_step("c", after=("b",))
    ),
}


@pytest.mark.parametrize("sentence", MISTAKES)
def test_each_mistake_is_found_and_said(sentence):
    with pytest.raises(PlanError) as found:
        check_plan(MISTAKES[sentence])
    assert str(found.value).removeprefix(f"plan {MISTAKES[sentence].key}: ") == sentence


@pytest.mark.parametrize("sentence", MISTAKES)
def test_a_plan_with_a_mistake_is_not_registered(sentence):
    with registered():
        with pytest.raises(PlanError):
            register(MISTAKES[sentence])
        assert plans() == {}


def test_a_step_that_may_be_left_out_can_be_passed_even_where_it_always_ends():
    check_plan(a_plan(a_step("a", outcomes=ENDS, when=lambda matter: False), a_step("b", after=("a",))))
    check_plan(a_plan(a_step("a", outcomes=ENDS, optional="with_a"), a_step("b", after=("a",))))


def test_a_final_step_may_always_reopen_another_for_it_stays_done_itself():
    back = (Outcome("uphold", "", reopens=("a",)),)
    check_plan(a_plan(a_step("a"), a_step("b", after=("a",), outcomes=back, final=True), a_step("c", after=("b",))))


@pytest.mark.parametrize(
    ("step", "value"),
    [
        (a_step("a", within=working_days("review_days")), "review_days"),
        (a_step("a", within=calendar_days("appeal_days")), "appeal_days"),
        (a_step("a", optional="with_a"), "with_a"),
    ],
)
def test_a_value_that_no_rulebook_holds_is_found(step, value):
    check_plan(a_plan(step), known_values={value})
    with pytest.raises(PlanError, match=f"a uses {value}, which is no rulebook value"):
        check_plan(a_plan(step), known_values={"other_days"})


WHOLE = Text("бар", "есть", "here")
LACKING = Text("", "есть", "here")
whole_actor = Actor("whole", WHOLE, holds=lambda by, subject: True, q=lambda by: None)
lacking_actor = Actor("lacking", LACKING, holds=lambda by, subject: True, q=lambda by: None)


@pytest.mark.parametrize(
    ("place", "plan_title", "stage_title", "fields"),
    [
        ("its title", LACKING, WHOLE, {}),
        ("the title of stage one", WHOLE, LACKING, {}),
        ("the title of a", WHOLE, WHOLE, {"title": LACKING}),
        ("`shown` of a", WHOLE, WHOLE, {"shown": LACKING}),
        ("`public` of a", WHOLE, WHOLE, {"public": LACKING}),
        ("the actor of a", WHOLE, WHOLE, {"by": lacking_actor}),
        ("the title of a/yes", WHOLE, WHOLE, {"outcomes": (Outcome("yes", LACKING),)}),
    ],
)
def test_a_text_that_lacks_a_language_is_found(place, plan_title, stage_title, fields):
    step = a_step("a", **{"title": WHOLE, "by": whole_actor, **fields})
    plan = Plan("small", plan_title, (Stage("one", stage_title, (step,)),))
    check_plan(plan)
    with pytest.raises(PlanError, match=f"{place} is not said in three languages"):
        check_plan(plan, whole=Text.is_whole)


def test_a_plan_that_is_whole_passes_and_is_found_by_its_key():
    step = a_step("a", title=WHOLE, by=whole_actor, within=working_days("days"), source="S4 1.6; R238")
    plan = Plan("small", WHOLE, (Stage("one", WHOLE, (step,)),))
    with registered():
        assert register(plan, known_values={"days"}, whole=Text.is_whole) is plan
        assert plans() == {"small": plan}


def test_what_comes_next_is_a_step_that_still_waits_for_this_one():
    plan = a_plan(a_step("a"), a_step("b", after=("a",)), a_step("c", after=("b",)), a_step("d"))

    assert plan.next_after("a", {"b", "c", "d"}).key == "b"
    assert plan.next_after("a", {"c", "d"}).key == "c"
    assert plan.next_after("d", {"b", "c"}) is None
