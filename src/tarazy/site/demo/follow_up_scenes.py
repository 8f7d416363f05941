"""The scenes of monitoring."""

from tarazy.external.monitoring import services as monitoring
from tarazy.external.monitoring.queries import actions_to_report, recommendations_without_action, reports_owed
from tarazy.site.demo import words


def action_plan(walk, outcome, act):
    """An action on every recommendation."""
    for finding in recommendations_without_action(walk.case):
        monitoring.plan_action(
            walk.case,
            finding=finding,
            by=walk.cast.officer,
            action=words.RECOMMENDATION[walk.language],
            responsible=walk.cast.officer.person.name,
            due_on=walk.days_on(180),
            indicator=words.SUMMARY[walk.language],
        )
    act(walk.cast.officer, note="")


def interim_report(walk, outcome, act):
    """What was done: the first actions are carried out, the others not yet."""
    for number, planned in enumerate(actions_to_report(walk.case)):
        said = {"done_on": None if number % 2 else walk.today, "result": words.SUMMARY[walk.language]}
        monitoring.say_progress(walk.case, action=planned, by=walk.cast.officer, now=walk.now, today=walk.today, **said)
    act(walk.cast.officer, text=words.SUMMARY[walk.language], file=None)


def confirmation(walk):
    """How a review that is content ends: with the next report, while another one is owed."""
    return "confirm" if reports_owed(walk.case, walk.today).exists() else "conclude"


def monitoring_review(walk, outcome, act):
    """The department confirms, asks for more, suspends or withdraws; asked for more, it is content the second time."""
    if outcome in {"return", "suspend"}:
        walk.choices["monitoring_review"] = confirmation
    act(walk.cast.analyst, grounds=words.ANALYSIS[walk.language])


def renewal(walk, outcome, act):
    """The institution says whether it goes on."""
    act(walk.cast.head, note="")


FOLLOW_UP = {"action_plan": action_plan, "interim_report": interim_report, "monitoring_review": monitoring_review, "renewal": renewal}
