"""The plan draws itself: as a diagram for the documents, as plain data for a page that explains the procedure."""

from collections.abc import Iterator, Mapping
from typing import Any

from tarazy.ground.workflow.plan import Plan, Step

INDENT = "    "


def diagram(plan: Plan) -> str:
    """The plan as Mermaid text, in the reader's language.

    One box per stage with its steps (title and actor), an arrow to each step from those it waits for, a dotted arrow
    back for each outcome that reopens a step, and a round end for each outcome that ends the run. What may be left
    out has a dashed border.
    """
    lines = ["flowchart TD"]
    for stage in plan.stages:
        lines.append(f"{INDENT}subgraph stage_{stage.key}[{_label(stage.title)}]")
        lines += [f"{INDENT * 2}{_node(step)}" for step in stage.steps]
        lines.append(f"{INDENT}end")
    for step in plan.steps.values():
        lines += [INDENT + arrow for arrow in _arrows(step)]
    left_out = [_id(step.key) for step in plan.steps.values() if _may_be_left_out(step)]
    if left_out:
        lines.append(f"{INDENT}classDef mayBeLeftOut stroke-dasharray: 5 5")
        lines.append(f"{INDENT}class {','.join(left_out)} mayBeLeftOut")
    return "\n".join(lines) + "\n"


def outline(plan: Plan, *, values: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
    """The stages in order, each with its steps, as plain data in the reader's language.

    A step says who takes it, after which steps, within how long, with which outcomes, and from which source it comes.
    With `values`, a rulebook's, the limits bear their numbers and steps that the rulebook leaves out are missing.
    """
    rulebook = values or {}
    return [
        {
            "key": stage.key,
            "title": str(stage.title),
            "steps": [_step(step, rulebook) for step in stage.steps if not step.optional or rulebook.get(step.optional, True)],
        }
        for stage in plan.stages
    ]


def _step(step: Step, values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "key": step.key,
        "title": str(step.title),
        "shown": str(step.shown or step.title),
        "public": str(step.public or step.shown or step.title),
        "who": str(step.by.name),
        "source": step.source,
        "after": list(step.after),
        "conditional": step.when is not None,
        "optional": bool(step.optional),
        "collective": bool(step.until),
        "final": step.final,
        "within": _within(step, values),
        "due_by_subject": step.due is not None,
        "outcomes": [
            {
                "key": outcome.key,
                "title": str(outcome.title),
                "reopens": list(outcome.reopens),
                "ends": outcome.ends,
                "lapses": outcome.key == step.lapses,
            }
            for outcome in step.outcomes
        ],
    }


def _within(step: Step, values: Mapping[str, Any]) -> dict[str, Any] | None:
    if step.within is None:
        return None
    return {
        "value": step.within.key,
        "unit": step.within.unit,
        "count": values.get(step.within.key),
    }


def _arrows(step: Step) -> Iterator[str]:
    for other in step.after:
        yield f"{_id(other)} --> {_id(step.key)}"
    for outcome in step.outcomes:
        said = _label(outcome.title or outcome.key)
        for other in outcome.reopens:
            yield f"{_id(step.key)} -.->|{said}| {_id(other)}"
        if outcome.ends:
            yield f"{_id(step.key)} --> end_{step.key}_{outcome.key}([{said}])"


def _node(step: Step) -> str:
    return f"{_id(step.key)}[{_label(step.title, step.by.name)}]"


def _may_be_left_out(step: Step) -> bool:
    return step.when is not None or bool(step.optional)


def _id(key: str) -> str:
    """A name that Mermaid does not take for one of its own words, as it would `end`."""
    return f"step_{key}"


def _label(*lines: Any) -> str:
    """Quoted, with what Mermaid would read as its own written as character codes."""
    codes = {ord(sign): f"#{ord(sign)};" for sign in '"#<>&`\\'}
    said = "<br/>".join(" ".join(str(line).split()).translate(codes) for line in lines if line)
    return f'"{said}"'
