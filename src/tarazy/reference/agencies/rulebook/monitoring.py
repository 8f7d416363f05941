"""Dates and limits of stage 4: what follows a positive decision."""

from django.utils.translation import gettext_lazy as _

from tarazy.reference.agencies.rulebook.rule import Group, Kind, numbers

days = numbers(Kind.DAYS, Group.MONITORING, 1, 250)
months = numbers(Kind.MONTHS, Group.MONITORING, 1, 60)

MONITORING = (
    days(
        "action_plan_days",
        30,
        _("Action plan"),
        _("How long the organisation has to submit its plan for the recommendations."),
        "S4 4.1; S1 ¶213; R257; R217",
    ),
    months(
        "interim_report_months",
        12,
        _("Interim report"),
        _("How many months after the decision an interim report is due, and how many months lie between two reports."),
        "S4 4.1; R257",
    ),
    days(
        "interim_report_days",
        20,
        _("Further interim report"),
        _("How long the organisation has for another interim report when the agency asked for more or suspended the accreditation."),
        "S4 4.1; R257",
    ),
    days(
        "interim_review_days",
        20,
        _("Review of the interim report"),
        _("How long the agency may take to review an interim report and to say what follows from it."),
        "S4 4.1; R257",
    ),
    months(
        "renewal_months_before",
        6,
        _("Reminder of renewal"),
        _("How many months before the end of its accreditation the organisation is asked to apply again."),
        "S4 4.1; R257",
        maximum=24,
    ),
)
