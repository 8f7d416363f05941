"""The page of one step: what is asked, what is missing, and the form that takes it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tarazy.external.cases.models import Case
from tarazy.external.cases.rules import sides_of
from tarazy.external.procedure.casepage import CasePage
from tarazy.external.procedure.pages import STEP_PAGES
from tarazy.external.procedure.services import take_step
from tarazy.external.procedure.steppage import offered, step_context
from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import NotYours, Refused, Stale


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step(request, number, key):
    """Show a step to those who may read it; take it for those whose move it is."""
    case = get_object_or_404(Case.objects.select_related("institution__region", "agency", "rulebook", "run", "standards"), number=number)
    page = CasePage(case, reader=request.acting, sides=sides_of(request.acting, case), today=clock.today())
    if key not in page.plan.steps or not page.may_open(key):
        raise Http404
    return _take(request, page, key) if request.method == "POST" else _show(request, page, key, _form(page, key))


def _form(page, key, data=None, files=None):
    outcomes = offered(page.plan.steps[key])
    outcome = outcomes[0].key if len(outcomes) == 1 else (data or {}).get("outcome", "")
    return STEP_PAGES[key].form(data, files, case=page.case, by=page.reader, outcome=outcome, outcomes=outcomes)


def _show(request, page, key, form, status=200, **more):
    context = step_context(page, key, form) | more
    return render(request, "procedure/step.html", context, status=status)


def _take(request, page, key):
    is_open = page.rows[key].state == "open"
    if is_open and key not in page.mine:
        raise PermissionDenied
    form = _form(page, key, request.POST, request.FILES)
    if is_open and not form.is_valid():
        return _show(request, page, key, form, status=422)
    try:
        _send(request, page.case, key, form)
    except Stale as stale:
        return _show(request, page, key, form, status=409, refusals=stale.reasons, since=stale.since)
    except NotYours as refused:
        raise PermissionDenied from refused
    except Refused as refused:
        return _show(request, page, key, form, status=409, refusals=refused.reasons)
    messages.success(request, _("Done. The case shows whose move it is now."))
    still_there = Case.objects.visible_to(request.acting).filter(pk=page.case.pk).exists()
    return redirect("procedure:case", number=page.case.number) if still_there else redirect("desk")


def _send(request, case, key, form):
    data = {name: value for name, value in getattr(form, "cleaned_data", {}).items() if name != "outcome"}
    seen = request.POST.get("round", "")
    take_step(
        case,
        key,
        by=request.acting,
        now=clock.now(),
        today=clock.today(),
        outcome=form.outcome,
        data=data,
        seen_round=int(seen) if seen.isdecimal() else None,
    )
