"""Taking steps in the database: what is written, what is refused, what a latecomer is told; promises 1, 2 and 4 again."""

from datetime import date, timedelta

import pytest
from django.utils.translation import gettext_lazy, override
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tarazy.ground.foundation.errors import NotYours, Refusal, Refused
from tarazy.ground.foundation.models import CalendarDay
from tarazy.ground.journal.models import Entry
from tarazy.ground.workflow import engine
from tarazy.ground.workflow.models import Run, StepState
from tarazy.ground.workflow.plan import Act, Actor, Outcome
from tarazy.ground.workflow.services import standings_of, take
from tests.ground.workflow.plans import (
    LATER,
    NOW,
    TODAY,
    Appointment,
    Matter,
    World,
    a_plan,
    a_step,
    plans,
    registered,
    verdicts,
    walks,
)

RETURN = (Outcome("accept", "Ready"), Outcome("return", "Rework", reopens=("report",)))
REVIEWED = a_plan(a_step("report"), a_step("review", after=("report",), outcomes=RETURN), a_step("seal", after=("review",)))


def recorded(subject="matter:1"):
    """The changes that the journal holds, in order, as the engine's values."""
    return [
        {key: engine.Standing(**standing) for key, standing in entry.after["changes"].items()}
        for entry in Entry.objects.filter(subject=subject)
    ]


class RandomRuns(TestCase):
    """Each example is a run of its own in a transaction that is undone."""

    @settings(max_examples=40, deadline=None)
    @given(plans(most=6), walks.map(lambda walk: walk[:12]), st.data())
    def test_the_journal_alone_rebuilds_every_state_after_each_step(self, plan, walk, data):
        with registered(plan):
            values = {f"with_{key}": data.draw(st.booleans()) for key in plan.steps}
            world = World(plan, values=values)
            assert engine.replay(recorded()) == standings_of(world.run)
            for which, how in walk:
                if not (takeable := list(StepState.objects.filter(run=world.run, run__ended_on=None, state="open"))):
                    break
                for key in plan.steps:
                    world.matter.verdicts[key] = data.draw(verdicts)
                step = plan.steps[takeable[which % len(takeable)].key]
                world.take(step.key, step.outcomes[how % len(step.outcomes)].key)
                assert engine.replay(recorded()) == standings_of(world.run)
                assert Run.objects.get().ended_on == (TODAY if is_over(world.run) else None)


def is_over(run):
    """Whether an outcome ended the run, or nothing of it is left to take."""
    ends = any(row.step.outcome(row.outcome).ends for row in run.steps.filter(state="done"))
    return ends or not run.steps.filter(state="open").exists()


@pytest.mark.django_db
def test_the_beginning_of_a_run_is_its_first_journal_entry():
    with registered(REVIEWED):
        World(REVIEWED, audience=("agency", "institution"))
        entry = Entry.objects.get()
    assert (entry.verb, entry.at, entry.who["name"]) == ("workflow.started", NOW, "Aigerim")
    assert entry.after["plan"] == "small"
    assert {key: standing["state"] for key, standing in entry.after["changes"].items()} == {
        "report": "open",
        "review": "blocked",
        "seal": "blocked",
    }
    assert entry.audience == ["agency", "institution"]


@pytest.mark.django_db
def test_taking_a_step_is_written_with_who_before_after_and_round():
    with registered(REVIEWED):
        world = World(REVIEWED)
        world.take("report", by=Appointment(7))
        entry = Entry.objects.last()
    assert (entry.verb, entry.at, entry.appointment_id) == ("workflow.step_taken", LATER, 7)
    assert {key: standing["state"] for key, standing in entry.before.items()} == {"report": "open", "review": "blocked"}
    assert (entry.after["step"], entry.after["outcome"], entry.after["round"]) == ("report", "done", 1)


@pytest.mark.django_db
def test_a_step_with_readers_of_its_own_is_told_to_them_alone():
    plan = a_plan(a_step("vote", readers=("council",)), a_step("notice"))
    with registered(plan):
        world = World(plan, audience=("agency", "institution"))
        world.take("vote")
        world.take("notice")
    assert list(Entry.objects.values_list("audience", flat=True)[1:]) == [["council"], ["agency", "institution"]]


@pytest.mark.django_db
def test_a_returned_report_opens_a_second_round_and_the_first_stays_in_the_journal():
    with registered(REVIEWED):
        world = World(REVIEWED)
        world.take("report")
        world.take("review", "return")
        assert world.states() == {"report": ("open", 2), "review": ("blocked", 1), "seal": ("blocked", 0)}
        world.take("report")
        world.take("review", "accept")
        assert world.states() == {"report": ("done", 2), "review": ("done", 2), "seal": ("open", 1)}
    taken = Entry.objects.filter(verb="workflow.step_taken")
    assert [(e.after["step"], e.after["round"], e.after["outcome"]) for e in taken] == [
        ("report", 1, "done"),
        ("review", 1, "return"),
        ("report", 2, "done"),
        ("review", 2, "accept"),
    ]


@pytest.mark.django_db
def test_the_recorder_and_the_journal_get_the_round_of_the_database_not_the_one_that_was_claimed():
    rounds = []
    plan = a_plan(a_step("report", does=lambda act: rounds.append(act.round)))
    with registered(plan):
        world = World(plan)
        take(world.run, Act(world.matter, "report", 9, "done", Appointment(), LATER, TODAY), setting=world.setting)
    assert rounds == [1]
    assert Entry.objects.last().after["round"] == 1


@pytest.mark.django_db
def test_a_run_is_over_with_its_last_step_and_at_once_where_nothing_applies():
    plan = a_plan(a_step("only", optional="with_only"))
    with registered(plan):
        world = World(plan)
        assert Run.objects.get().ended_on is None
        world.take("only")
        assert Run.objects.get().ended_on == TODAY
        empty = World(plan, matter=Matter("matter:2"), values={"with_only": False})
        assert Run.objects.get(pk=empty.run.pk).ended_on == TODAY


@pytest.mark.django_db
def test_what_is_not_ones_own_cannot_be_taken_and_the_clock_may_take_what_lapses():
    nobody = Actor("nobody", "nobody", holds=lambda by, subject: False, q=lambda by: None)
    plan = a_plan(a_step("window", by=nobody))
    with registered(plan):
        world = World(plan)
        with pytest.raises(NotYours, match="This step is not yours to take"):
            world.take("window")
        assert world.states() == {"window": ("open", 1)}
        take(world.run, Act(world.matter, "window", 1, "done", None, LATER, TODAY), setting=world.setting)
    assert Entry.objects.last().who == {}


@pytest.mark.django_db
def test_every_guard_says_its_sentence_at_once_and_those_of_the_outcome_for_it_alone():
    def lacks(fact):
        return lambda matter, today: None if matter.facts.get(fact) else Refusal(f"No {fact}.", f"/{fact}/")

    outcomes = (Outcome("accept", "", requires=(lacks("licence"),)), Outcome("decline", "", requires=(lacks("reasons"),)))
    plan = a_plan(a_step("review", requires=(lacks("form"), lacks("fee")), outcomes=outcomes))
    with registered(plan):
        world = World(plan)
        with pytest.raises(Refused) as refused:
            world.take("review", "accept")
        assert [(reason.text, reason.url) for reason in refused.value.reasons] == [
            ("No form.", "/form/"),
            ("No fee.", "/fee/"),
            ("No licence.", "/licence/"),
        ]
        world.matter.facts = {"form": True, "fee": True, "reasons": True}
        world.take("review", "decline")
    assert world.states() == {"review": ("done", 1)}


def a_mark(act):
    """What a recorder or an effect leaves in the database in these tests."""
    CalendarDay.objects.create(day=TODAY + timedelta(days=CalendarDay.objects.count()), is_working=False)


def a_refusal(act):
    """A recorder or an effect that has changed something and then refuses."""
    a_mark(act)
    raise Refused(Refusal("Not so."))


@pytest.mark.django_db
@pytest.mark.parametrize("fields", [{"does": a_refusal}, {"then": (a_mark, a_refusal)}, {"does": a_mark, "then": (a_refusal,)}])
def test_a_recorder_or_an_effect_that_refuses_leaves_nothing_half_done(fields):
    plan = a_plan(a_step("report", **fields), a_step("review", after=("report",)))
    with registered(plan):
        world = World(plan)
        with pytest.raises(Refused, match="Not so"):
            world.take("report")
    assert world.states() == {"report": ("open", 1), "review": ("blocked", 0)}
    assert CalendarDay.objects.count() == 0
    assert list(Entry.objects.values_list("verb", flat=True)) == ["workflow.started"]


@pytest.mark.django_db
def test_a_collective_step_stays_open_until_all_have_acted_and_its_effects_wait_for_the_last():
    signed, told = [], []

    def all_have_signed(matter, today):
        return None if len(signed) == 3 else Refusal("Somebody has not signed yet.")

    plan = a_plan(
        a_step(
            "declarations",
            until=(all_have_signed,),
            does=lambda act: signed.append(act.by.pk),
            then=(lambda act: told.append(act.by.pk),),
        ),
        a_step("visit", after=("declarations",)),
    )
    with registered(plan):
        world = World(plan)
        for pk in (5, 6):
            world.take("declarations", by=Appointment(pk), seen_round=1)
            assert world.states() == {"declarations": ("open", 1), "visit": ("blocked", 0)}
        assert told == []
        world.take("declarations", by=Appointment(7), seen_round=1)
        assert world.states() == {"declarations": ("done", 1), "visit": ("open", 1)}
    assert (signed, told) == ([5, 6, 7], [7])
    assert list(Entry.objects.values_list("verb", flat=True)[1:]) == ["workflow.part_taken"] * 2 + ["workflow.step_taken"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("outcome", "states", "ended"),
    [("return", {"report": ("open", 2), "sign": ("blocked", 1)}, None), ("stop", {"report": ("done", 1), "sign": ("done", 1)}, TODAY)],
)
def test_an_outcome_that_leads_back_or_ends_does_not_wait_for_the_others(outcome, states, ended):
    outcomes = (Outcome("sign", ""), Outcome("return", "", reopens=("report",)), Outcome("stop", "", ends=True))
    never = Refusal("Not all have signed.")
    plan = a_plan(a_step("report"), a_step("sign", after=("report",), until=(lambda matter, today: never,), outcomes=outcomes))
    with registered(plan):
        world = World(plan)
        world.take("report")
        world.take("sign", "sign")
        assert world.states() == {"report": ("done", 1), "sign": ("open", 1)}
        world.take("sign", outcome)
        assert world.states() == states
    assert Run.objects.get().ended_on == ended


@pytest.mark.django_db
def test_the_reason_for_leaving_a_step_out_is_read_in_each_readers_language():
    plan = a_plan(
        a_step("audit", optional="with_audit"),
        a_step("procurement", when=lambda matter: gettext_lazy("Monday")),
        a_step("visit", when=lambda matter: False),
        a_step("other"),
    )
    with registered(plan), override("kk"):
        rows = {row.key: row for row in World(plan, values={"with_audit": False}).run.steps.all()}
        assert rows["audit"].reason == "The agency's rulebook leaves this step out."
        assert (rows["procurement"].reason, rows["procurement"].why_skipped) == ("Monday", "Дүйсенбі")
        with override("ru"):
            assert rows["procurement"].why_skipped == "Понедельник"
        assert (rows["visit"].state, rows["visit"].why_skipped) == ("skipped", "")
        assert rows["other"].state == "open"


@pytest.mark.django_db
def test_guards_judge_the_subject_as_the_database_holds_it_now():
    def is_working(day, today):
        return None if day.is_working else Refusal("It is no working day.")

    plan = a_plan(a_step("visit", requires=(is_working,)))
    with registered(plan):
        day = CalendarDay.objects.create(day=date(2026, 3, 9), is_working=True)
        world = World(plan)
        CalendarDay.objects.update(is_working=False)
        with pytest.raises(Refused, match="It is no working day"):
            take(world.run, Act(day, "visit", 1, "done", Appointment(), LATER, TODAY), setting=world.setting)
