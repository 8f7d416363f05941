"""The calendar of duties: what is owed, by when, and what no longer is."""

from django.db.models import Q
from django.utils import timezone

from tarazy.external.monitoring.models import Duty
from tarazy.ground.foundation.calendar import add_working_days

# Outcomes of a review after which the institution reports once more, beside the calendar of its duties.
ASKS_AGAIN = frozenset({"return", "suspend"})


def asked_again_on(case):
    """The day on which the agency asked for another interim report, having returned the last one or suspended; else None (R257)."""
    last = case.records.filter(step="monitoring_review").order_by("-round").first()
    return timezone.localdate(last.at) if last and last.outcome in ASKS_AGAIN else None


def reports_owed(case, today):
    """The interim reports of the calendar that are still owed, the next first; none once the term is over or the certificate withdrawn."""
    if is_withdrawn(case) or not case.decisions.filter(set_aside_at=None, valid_until__gte=today).exists():
        return Duty.objects.none()
    return case.duties.filter(kind=Duty.Kind.INTERIM_REPORT, met_on=None).order_by("due_on")


def report_asked_for(case):
    """The duty that the next interim report meets: its number and day, `is_extra` when asked for besides the calendar; else None.

    A report asked for besides has no row before it is handed in.
    """
    if asked_on := asked_again_on(case):
        due_on = add_working_days(asked_on, case.values["interim_report_days"])
        number = case.duties.filter(kind=Duty.Kind.INTERIM_REPORT).count() + 1
        return Duty(case=case, kind=Duty.Kind.INTERIM_REPORT, number=number, due_on=due_on, is_extra=True)
    return case.duties.filter(kind=Duty.Kind.INTERIM_REPORT, met_on=None).order_by("due_on").first()


def is_withdrawn(case):
    """Whether the certificate of the standing decision was withdrawn, for good (R257)."""
    return case.decisions.filter(set_aside_at=None, certificate__changes__kind="withdrawn").exists()


def calendar_of(case):
    """The duties of one case, met or not, the earliest first; after a withdrawal only those that were met."""
    return case.duties.exclude(met_on=None) if is_withdrawn(case) else case.duties.all()


def duties_of(cases):
    """The duties of these cases that are not met, the most urgent first; none of a case that ended or whose certificate was withdrawn."""
    withdrawn = Q(case__decisions__set_aside_at=None, case__decisions__certificate__changes__kind="withdrawn")
    owed = Duty.objects.filter(case__in=cases.order_by(), case__run__ended_on=None, met_on=None)
    return owed.exclude(pk__in=Duty.objects.filter(withdrawn).values("pk")).select_related("case__institution")
