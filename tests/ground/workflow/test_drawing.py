"""Promise 7: the plan draws itself."""

import re

from django.utils.translation import gettext_lazy, override
from hypothesis import given

from tarazy.ground.workflow.drawing import diagram, outline
from tarazy.ground.workflow.plan import Outcome, working_days
from tests.ground.workflow.plans import a_plan, a_step, plans

PLAN = a_plan(
    a_step("report", title='The "first" version', within=working_days("report_days")),
    a_step(
        "review",
        after=("report",),
        optional="with_review",
        until=(lambda matter, today: None,),
        lapses="accept",
        within=working_days("review_days"),
        outcomes=(Outcome("accept", "Ready"), Outcome("return", "Rework", reopens=("report",)), Outcome("stop", "Stop", ends=True)),
    ),
)


def test_the_diagram_of_a_small_plan_is_this():
    assert diagram(PLAN) == (
        "flowchart TD\n"
        '    subgraph stage_only["Only stage"]\n'
        '        step_report["The #34;first#34; version<br/>anyone"]\n'
        '        step_review["Review<br/>anyone"]\n'
        "    end\n"
        "    step_report --> step_review\n"
        '    step_review -.->|"Rework"| step_report\n'
        '    step_review --> end_review_stop(["Stop"])\n'
        "    classDef mayBeLeftOut stroke-dasharray: 5 5\n"
        "    class step_review mayBeLeftOut\n"
    )


@given(plans())
def test_the_diagram_holds_every_step_and_every_way_once(plan):
    lines = [line.strip() for line in diagram(plan).splitlines()]
    nodes = [line.split("[")[0] for line in lines if line.startswith("step_") and "[" in line and ">" not in line.split("[")[0]]
    assert nodes == [f"step_{key}" for key in plan.steps]
    steps = plan.steps.values()
    assert {line for line in lines if re.fullmatch(r"step_\w+ --> step_\w+", line)} == {
        f"step_{other} --> step_{step.key}" for step in steps for other in step.after
    }
    assert sum("-.->" in line for line in lines) == sum(len(outcome.reopens) for step in steps for outcome in step.outcomes)
    assert sum("--> end_" in line for line in lines) == sum(outcome.ends for step in steps for outcome in step.outcomes)


@given(plans())
def test_the_outline_has_every_stage_and_step_in_order(plan):
    drawn = outline(plan)
    assert [stage["key"] for stage in drawn] == [stage.key for stage in plan.stages]
    assert [step["key"] for stage in drawn for step in stage["steps"]] == list(plan.steps)


def test_the_outline_says_who_within_what_time_and_how_it_may_end():
    (stage,) = outline(PLAN, values={"review_days": 10})
    assert stage["title"] == "Only stage"
    assert stage["steps"][1] == {
        "key": "review",
        "title": "Review",
        "shown": "Review",
        "public": "Review",
        "who": "anyone",
        "source": "R001",
        "after": ["report"],
        "conditional": False,
        "optional": True,
        "collective": True,
        "final": False,
        "within": {"value": "review_days", "unit": "working_days", "count": 10},
        "due_by_subject": False,
        "outcomes": [
            {"key": "accept", "title": "Ready", "reopens": [], "ends": False, "lapses": True},
            {"key": "return", "title": "Rework", "reopens": ["report"], "ends": False, "lapses": False},
            {"key": "stop", "title": "Stop", "reopens": [], "ends": True, "lapses": False},
        ],
    }


def test_a_step_that_the_rulebook_leaves_out_is_not_in_its_outline():
    (stage,) = outline(PLAN, values={"with_review": False})
    assert [step["key"] for step in stage["steps"]] == ["report"]


def test_the_outline_and_the_diagram_speak_the_readers_language():
    plan = a_plan(a_step("date", title=gettext_lazy("Monday")))
    with override("ru"):
        assert outline(plan)[0]["steps"][0]["title"] == "Понедельник"
        assert "Понедельник" in diagram(plan)
    with override("kk"):
        assert outline(plan)[0]["steps"][0]["title"] == "Дүйсенбі"
