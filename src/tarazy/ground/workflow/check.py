"""What must be true of a plan before it may run (promise 5 of the procedure design)."""

from tarazy.ground.workflow.plan import PlanError


def check_plan(plan):
    """Raise `PlanError` for an unknown or doubled key, a cycle, a dead end, or a step without a source."""
    keys = [step.key for stage in plan.stages for step in stage.steps]
    doubled = sorted({key for key in keys if keys.count(key) > 1})
    if doubled:
        _fail(plan, f"step keys stand twice: {', '.join(doubled)}")
    for step in plan.steps.values():
        _check_step(plan, step)
    _check_order(plan)


def _check_step(plan, step):
    known = plan.steps
    for other in step.after:
        if other not in known:
            _fail(plan, f"{step.key} waits for {other}, which is no step")
    if not step.source:
        _fail(plan, f"{step.key} names no source")
    if not step.outcomes:
        _fail(plan, f"{step.key} has no outcome")
    if step.lapses:
        step.outcome(step.lapses)
        if step.within is None:
            _fail(plan, f"{step.key} lapses but has no time limit")
    for outcome in step.outcomes:
        for other in outcome.reopens:
            if other not in known:
                _fail(
                    plan, f"{step.key}/{outcome.key} reopens {other}, which is no step"
                )
            if step.key not in plan.dependants[other]:
                _fail(
                    plan,
                    f"{step.key}/{outcome.key} reopens {other}, which does not lead back to it",
                )


def _check_order(plan):
    for key, dependants in plan.dependants.items():
        if key in dependants:
            _fail(plan, f"{key} waits for itself")


def _fail(plan, sentence):
    message = f"plan {plan.key}: {sentence}"
    raise PlanError(message)
