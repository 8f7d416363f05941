"""Nobody misses a day unawares: those whose move it is are reminded before its last day, and once when it is over."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from tarazy.external.cases.models import Case
from tarazy.external.cases.rules import holders
from tarazy.ground.foundation.calendar import working_days_between
from tarazy.ground.notices.models import Notice
from tarazy.ground.notices.services import tell
from tarazy.ground.workflow.models import StepState
from tarazy.ground.workflow.states import StepStatus
from tarazy.reference.agencies.rulebook import RULES

RULE = RULES["reminder_days"]
FARTHEST = timedelta(days=3 * RULE.maximum)  # calendar days that hold the most working days a rulebook may say


def remind(*, now: datetime, today: date) -> int:
    """Write the reminders of the day; returns how many steps somebody was reminded of.

    Each round of a step is told of twice at most: some working days before its last day, as many as the rulebook of the
    case says, and once when it is over by a working day. Running it again, or on two workers at once, writes nothing more.
    """
    rows = _open_steps().filter(due_on__lte=today + FARTHEST).values_list("pk", "round")
    return sum(_remind_of(pk, seen_round, now, today) for pk, seen_round in list(rows))


def _open_steps():
    return StepState.objects.filter(state=StepStatus.OPEN, run__ended_on=None, run__case__isnull=False).order_by("pk")


@transaction.atomic
def _remind_of(pk, seen_round, now, today):
    """Judge one row under its lock. One that another worker has, or that is being taken just now, is left alone today."""
    row = _open_steps().select_for_update(of=("self",), skip_locked=True).filter(pk=pk, round=seen_round).first()
    if row is None:
        return False
    case = Case.objects.select_related("institution", "rulebook", "run").get(run=row.run_id)
    kind = _kind_for(row, case, today)
    cause = f"case:{case.pk}/{row.key}/{row.round}/{kind}"
    if not kind or Notice.objects.filter(cause=cause).exists():
        return False
    people = [appointment.person for appointment in holders(row.step.by, case, today)]
    subject, body = _message(row, case, kind, today)
    tell(people, subject=subject, body=body, url=reverse("procedure:step", args=[case.number, row.key]), cause=cause, now=now)
    return bool(people)


def _kind_for(row, case, today):
    """`due_soon`, `overdue`, or "" when there is nothing to say today.

    On the day a step opens its people were told of it already. A window that ends by itself is never overdue.
    """
    left = working_days_between(today, row.due_on)
    if left < 0:
        return "" if row.step.lapses else "overdue"
    soon = row.due_on >= today > row.opened_on and left <= case.values.get(RULE.key, RULE.default)
    return "due_soon" if soon else ""


def _message(row, case, kind, today):
    """Subject and body as callables: which case, which step, by when, what then; each is called in the receiver's language."""
    step, overdue = row.step, kind == "overdue"

    def subject():
        words = {"number": case.number, "step": step.title}
        return (_("Case %(number)s, overdue: %(step)s") if overdue else _("Case %(number)s, a reminder: %(step)s")) % words

    def body():
        context = {"case": case, "step": step, "due": row.due_on, "overdue": overdue, "following": _following(row)}
        context["left"] = working_days_between(today, row.due_on)
        context["agreed"] = step.outcome(step.lapses).title if step.lapses else ""
        return render_to_string("procedure/mail/reminder.txt", context)

    return subject, body


def _following(row):
    """The first step that waits for this one, with the name that every side may read; None where none does."""
    waiting = set(row.run.steps.filter(state=StepStatus.BLOCKED).values_list("key", flat=True))
    found = (other for other in row.run.plan.steps.values() if row.key in other.after and other.key in waiting)
    step = next(found, None)
    return step and {"title": step.shown or step.title, "who": step.by.name}
