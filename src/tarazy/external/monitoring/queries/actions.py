"""The plan of action: findings of the report, each with what will be done about it."""

from django.db.models import Exists, OuterRef, Prefetch, Q

from tarazy.external.cases.queries import step_is_done, step_is_open
from tarazy.external.monitoring.models import Duty, PlannedAction, Progress
from tarazy.external.reviews.models import Finding


def findings_to_act_on(case):
    """The recommendations and remarks of the report, in the order of the standards."""
    kinds = [Finding.Kind.RECOMMENDATION, Finding.Kind.REMARK]
    found = Finding.objects.filter(judgement__report__case=case, kind__in=kinds).select_related("judgement__standard")
    return found.order_by("judgement__standard__position", "kind", "number")


def plan_is_asked_for(case):
    """Whether there is a plan to show: findings to act on, of a report that is published. Before that nobody reads them here."""
    reached = step_is_open(case, "action_plan") or step_is_done(case, "action_plan")
    return reached and findings_to_act_on(case).exists()


def recommendations_without_action(case):
    """The recommendations that the plan says nothing about yet."""
    planned = PlannedAction.objects.filter(case=case, finding=OuterRef("pk"))
    return findings_to_act_on(case).filter(~Exists(planned), kind=Finding.Kind.RECOMMENDATION)


def planned_for(case, *, drafts):
    """The findings to act on, each with its planned actions in `actions`; without `drafts` only those of a plan that was handed in.

    Each action has in `said` what was said of it, the newest first; without `drafts` only what a report holds that was handed in.
    """
    said = Progress.objects.select_related("report").order_by("-pk")
    said = said if drafts else said.exclude(report=None)
    actions = PlannedAction.objects.prefetch_related(Prefetch("progress", said, to_attr="said"))
    if not drafts:
        handed_in = Duty.objects.filter(kind=Duty.Kind.ACTION_PLAN, met_on__isnull=False)
        actions = actions.filter(case__in=handed_in.values("case"))
    return findings_to_act_on(case).prefetch_related(Prefetch("actions", actions))


def actions_to_report(case):
    """The planned actions that the next report must speak of: not carried out as far as is confirmed, and nothing said since."""
    since = Progress.objects.filter(Q(report=None) | Q(report__confirmed_on=None), action=OuterRef("pk"))
    return case.planned_actions.filter(~Exists(since), done_on=None)


def said_last(action):
    """What was said last of this action, as a draft or in a report; None before the first time."""
    return action.progress.order_by("-pk").first()
