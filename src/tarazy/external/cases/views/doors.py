"""What every page of a case begins with: the case as its reader may see it, and whose move it is there."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from tarazy.external.cases.models import Case
from tarazy.external.cases.rules import sides_of
from tarazy.ground.foundation import clock
from tarazy.ground.foundation.calendar import working_days_between
from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.ground.ui.errors import conflict, unprocessable
from tarazy.ground.workflow.models import StepState
from tarazy.ground.workflow.states import StepStatus


def case_for(request, number, reads):
    """The case and the reader's sides of it; 404 when they see nothing of the case, or not this page (`reads(sides)`)."""
    cases = Case.objects.visible_to(request.acting).select_related("institution", "agency", "rulebook", "standards", "run")
    case = get_object_or_404(cases, number=number)
    sides = sides_of(request.acting, case)
    if not reads(sides):
        raise Http404
    return case, sides


def only(may, request, case):
    """403 for somebody who reads this page but may not write on it."""
    if not may(request.acting, case):
        raise PermissionDenied


def answers(view):
    """Turn what a service refuses into its page: stale 409, not theirs 403, anything else without a form 422."""

    @wraps(view)
    def wrapped(request, number, **named):
        back = reverse("procedure:case", args=[number])
        try:
            return view(request, number, **named)
        except Stale as stale:
            return conflict(request, stale.reasons, since=stale.since, url=back)
        except NotYours as refused:
            raise PermissionDenied from refused
        except Refused as refused:
            return unprocessable(request, refused.reasons, url=back)

    return wrapped


def tried(form, act):
    """Whether `act()` went through; what it refuses is said with the form, and nothing that was typed is lost.

    What has a page of its own (stale, not theirs) is let through.
    """
    try:
        act()
    except (Stale, NotYours):
        raise
    except Refused as refused:
        for reason in refused.reasons:
            form.add_error(None, str(reason.text))
        return False
    return True


def move_at(request, case, *keys):
    """Whose move it is at the first open one of these steps, with the way to its page; None when none is open."""
    rows = list(StepState.objects.filter(run=case.run_id).order_by("pk"))
    row = next((row for row in rows if row.key in keys and row.state == StepStatus.OPEN), None)
    if row is None:
        return None
    step = case.run.plan.steps[row.key]
    mine = step.by.holds(request.acting, case)
    today = clock.today()
    return {
        "mine": mine,
        "who": step.by.name,
        "title": step.title if mine or not step.shown else step.shown,
        "due": row.due_on,
        "days_left": working_days_between(today, row.due_on) if row.due_on else None,
        "days_used": max(working_days_between(row.opened_on, today), 0) if row.due_on else None,
        "url": reverse("procedure:step", args=[case.number, row.key]) if mine else "",
        "action": _("Close the step") if mine else "",
        "then": _then(request.acting, case, row, {row.key for row in rows if row.state == StepStatus.BLOCKED}),
        "step": row.key,
    }


def _then(reader, case, row, blocked):
    step = case.run.plan.next_after(row.key, blocked)
    if step is None:
        return _("No other step waits for this one.")
    title = step.title if reader.body_id == case.agency_id else step.shown or step.title
    said = _("%(step)s (%(who)s), where it applies") if step.when else _("%(step)s (%(who)s)")
    return said % {"step": title, "who": step.by.name}
