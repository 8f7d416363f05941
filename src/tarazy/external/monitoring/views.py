"""The plan of action of a case, and the calendar of duties."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from tarazy.external.cases.models import Case
from tarazy.external.cases.queries import step_is_open
from tarazy.external.cases.rules import is_institution, sides_of
from tarazy.external.cases.states import Side
from tarazy.external.cases.views.doors import answers, only, tried
from tarazy.external.monitoring.forms import PlannedActionForm, ProgressForm
from tarazy.external.monitoring.queries import calendar_of, duties_of, findings_to_act_on, plan_is_asked_for, planned_for, said_last
from tarazy.external.monitoring.services import plan_action, say_progress
from tarazy.ground.foundation import clock
from tarazy.ground.ui.errors import conflict

PARTIES = {Side.INSTITUTION, Side.AGENCY}


def _case(request, number):
    case = get_object_or_404(Case.objects.visible_to(request.acting).select_related("institution", "run"), number=number)
    if not sides_of(request.acting, case) & PARTIES or not plan_is_asked_for(case):
        raise Http404
    return case


@login_required
@require_safe
def plan(request, number):
    """Every recommendation and remark with what will be done about it, by whom, by when."""
    case = _case(request, number)
    theirs = is_institution.holds(request.acting, case)
    context = {
        "case": case,
        "findings": planned_for(case, drafts=theirs),
        "duties": calendar_of(case),
        "editable": theirs and step_is_open(case, "action_plan"),
        "reporting": theirs and step_is_open(case, "interim_report"),
        "today": clock.today(),
    }
    return render(request, "monitoring/plan.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@answers
def action(request, number, finding):
    """Plan an action on one finding, or change it, while the plan is not handed in."""
    case = _case(request, number)
    found = get_object_or_404(findings_to_act_on(case), pk=finding)
    only(is_institution.holds, request, case)
    if not step_is_open(case, "action_plan"):
        return conflict(request, url=reverse("monitoring:plan", args=[number]))
    form = PlannedActionForm(request.POST or None, instance=found.actions.filter(case=case).first())
    if form.is_valid() and tried(form, lambda: plan_action(case, finding=found, by=request.acting, **form.cleaned_data)):
        return redirect("monitoring:plan", number=number)
    context = {"case": case, "finding": found, "form": form}
    return render(request, "monitoring/action.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@answers
def progress(request, number, action):
    """Say whether a planned action was carried out, when and with what result, while the interim report is written."""
    case = _case(request, number)
    only(is_institution.holds, request, case)
    planned = get_object_or_404(case.planned_actions.select_related("finding__judgement__standard"), pk=action)
    if not step_is_open(case, "interim_report"):
        return conflict(request, url=reverse("monitoring:plan", args=[number]))
    form = ProgressForm(request.POST or None, said=said_last(planned), today=clock.today())
    if form.is_valid() and tried(form, lambda: _say(request, case, planned, form.cleaned_data)):
        return redirect("monitoring:plan", number=number)
    context = {"case": case, "planned": planned, "form": form}
    return render(request, "monitoring/progress.html", context, status=422 if form.errors else 200)


def _say(request, case, planned, said):
    words = {"done_on": said["done_on"], "result": said["result"]}
    say_progress(case, action=planned, by=request.acting, now=clock.now(), today=clock.today(), **words)


@login_required
@require_safe
def duties(request):
    """The calendar of duties after accreditation, of all cases that the reader sees, the most urgent first."""
    found = duties_of(Case.objects.visible_to(request.acting))
    return render(request, "monitoring/duties.html", {"duties": found[:200], "today": clock.today()})
