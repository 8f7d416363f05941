"""Reading what follows from a decision."""

from django.db.models import Exists, OuterRef

from tarazy.external.monitoring.models import Duty, PlannedAction
from tarazy.external.reviews.models import Finding


def findings_to_act_on(case):
    """The recommendations and remarks of the report, in the order of the standards."""
    kinds = [Finding.Kind.RECOMMENDATION, Finding.Kind.REMARK]
    found = Finding.objects.filter(judgement__report__case=case, kind__in=kinds).select_related("judgement__standard")
    return found.order_by("judgement__standard__position", "kind", "number")


def recommendations_without_action(case):
    """The recommendations that the plan says nothing about yet."""
    planned = PlannedAction.objects.filter(case=case, finding=OuterRef("pk"))
    return findings_to_act_on(case).filter(~Exists(planned), kind=Finding.Kind.RECOMMENDATION)


def duties_due(day):
    """Duties of all institutions that are due by `day` and not met, the oldest first."""
    return Duty.objects.filter(met_on=None, due_on__lte=day).select_related("case__institution", "case__agency")


def planned_for(case):
    """The findings to act on, each with its planned actions in `actions`."""
    return findings_to_act_on(case).prefetch_related("actions")


def duties_of(cases):
    """The duties of these cases that are not met, the most urgent first."""
    return Duty.objects.filter(case__in=cases.order_by(), met_on=None).select_related("case__institution")
