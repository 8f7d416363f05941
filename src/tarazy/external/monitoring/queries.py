"""Reading what follows from a decision."""

from django.db.models import Exists, OuterRef, Prefetch
from django.utils import timezone

from tarazy.external.monitoring.models import Duty, PlannedAction
from tarazy.external.reviews.models import Finding

# Outcomes of a review after which the institution reports once more, beside the calendar of its duties.
ASKS_AGAIN = frozenset({"return", "suspend"})


def findings_to_act_on(case):
    """The recommendations and remarks of the report, in the order of the standards."""
    kinds = [Finding.Kind.RECOMMENDATION, Finding.Kind.REMARK]
    found = Finding.objects.filter(judgement__report__case=case, kind__in=kinds).select_related("judgement__standard")
    return found.order_by("judgement__standard__position", "kind", "number")


def recommendations_without_action(case):
    """The recommendations that the plan says nothing about yet."""
    planned = PlannedAction.objects.filter(case=case, finding=OuterRef("pk"))
    return findings_to_act_on(case).filter(~Exists(planned), kind=Finding.Kind.RECOMMENDATION)


def planned_for(case, *, drafts):
    """The findings to act on, each with its planned actions in `actions`; without `drafts` only those of a plan that was handed in."""
    actions = PlannedAction.objects.all()
    if not drafts:
        handed_in = Duty.objects.filter(kind=Duty.Kind.ACTION_PLAN, met_on__isnull=False)
        actions = actions.filter(case__in=handed_in.values("case"))
    return findings_to_act_on(case).prefetch_related(Prefetch("actions", actions))


def asked_again_on(case):
    """The day on which the agency asked for another interim report, having returned the last one or suspended; else None (R257)."""
    last = case.records.filter(step="monitoring_review").order_by("-round").first()
    return timezone.localdate(last.at) if last and last.outcome in ASKS_AGAIN else None


def duties_of(cases):
    """The duties of these cases that are not met, the most urgent first."""
    return Duty.objects.filter(case__in=cases.order_by(), met_on=None).select_related("case__institution")
