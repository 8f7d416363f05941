"""Reading what follows from a decision: the calendar of duties, the plan of action, the pages of the steps."""

from tarazy.external.monitoring.queries.actions import findings_to_act_on, planned_for, recommendations_without_action
from tarazy.external.monitoring.queries.calendar import (
    asked_again_on,
    duties_of,
    is_withdrawn,
    report_asked_for,
    reports_owed,
)

__all__ = [
    "asked_again_on",
    "duties_of",
    "findings_to_act_on",
    "is_withdrawn",
    "planned_for",
    "recommendations_without_action",
    "report_asked_for",
    "reports_owed",
]
