"""The plan of action: findings of the report, each with what will be done about it."""

from django.db.models import Exists, OuterRef, Prefetch

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


def planned_for(case, *, drafts):
    """The findings to act on, each with its planned actions in `actions`; without `drafts` only those of a plan that was handed in."""
    actions = PlannedAction.objects.all()
    if not drafts:
        handed_in = Duty.objects.filter(kind=Duty.Kind.ACTION_PLAN, met_on__isnull=False)
        actions = actions.filter(case__in=handed_in.values("case"))
    return findings_to_act_on(case).prefetch_related(Prefetch("actions", actions))
