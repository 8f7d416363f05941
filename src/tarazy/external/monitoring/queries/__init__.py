"""Reading what follows from a decision: the calendar of duties, the plan of action, the pages of the steps."""

from tarazy.external.monitoring.queries.actions import (
    actions_to_report,
    findings_to_act_on,
    plan_is_asked_for,
    planned_for,
    recommendations_without_action,
    said_last,
)
from tarazy.external.monitoring.queries.calendar import (
    asked_again_on,
    calendar_of,
    duties_of,
    is_withdrawn,
    report_asked_for,
    reports_owed,
)

__all__ = [
    "actions_to_report",
    "asked_again_on",
    "calendar_of",
    "duties_of",
    "findings_to_act_on",
    "is_withdrawn",
    "plan_is_asked_for",
    "planned_for",
    "recommendations_without_action",
    "report_asked_for",
    "reports_owed",
    "said_last",
]
