"""What the public may read of an institution's answer to recommendations: planned actions of plans that were handed in."""

from django.utils.translation import gettext_lazy as _

from tarazy.external.monitoring.models import Duty, PlannedAction
from tarazy.external.register.followup import Answer

WORDS = {"done": _("done"), "late": _("late"), "theirs": _("under way")}


def what_is_done(findings, day):
    """For each finding with a planned action its state on `day`: one query; a plan not yet handed in says nothing."""
    handed_in = Duty.objects.filter(kind=Duty.Kind.ACTION_PLAN, met_on__isnull=False).values("case")
    actions = PlannedAction.objects.filter(finding__in=findings, case__in=handed_in).order_by("pk")
    return {action.finding_id: _answer(action, day) for action in actions}


def _answer(action, day):
    state = "done" if action.done_on else "late" if action.due_on < day else "theirs"
    return Answer(state=state, words=WORDS[state], action=action.action, due_on=action.due_on)
