"""What the journal calls the steps of a case."""

from tarazy.ground.workflow.plan import plans


def step_words(entry):
    """The step's and the outcome's names for an entry of the engine, from whichever edition knows the step."""
    key, chosen = entry.after.get("step"), entry.after.get("outcome")
    step = next((plan.steps[key] for plan in plans().values() if key in plan.steps), None)
    if step is None:
        return {}
    outcome = next((outcome for outcome in step.outcomes if outcome.key == chosen), None)
    return {"step": step.title, "outcome": outcome.title if outcome else ""}
