"""The visit: its programme as a grid of days, sessions, other days, the calendar file."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tarazy.external.cases.queries import step_is_open
from tarazy.external.cases.rules import is_agency_head, is_coordinator
from tarazy.external.cases.views.doors import answers, case_for, move_at, only, tried
from tarazy.external.visits import queries, rules, services
from tarazy.external.visits.forms import MoveVisitForm, SessionForm
from tarazy.ground.foundation import clock

STEPS = ("visit_programme", "programme_agreed", "materials", "webinar", "briefing", "site_visit")


@login_required
@require_safe
def visit(request, number):
    """The programme, day by day."""
    case, sides = case_for(request, number, rules.reads_visit)
    shown = queries.sees_sessions(case, sides)
    drawing = step_is_open(case, "visit_programme")
    context = {
        "case": case,
        "days": queries.programme(case) if shown else [],
        "shown": shown,
        "may_write": drawing and is_coordinator.holds(request.acting, case),
        "may_move": is_agency_head.holds(request.acting, case) and (drawing or step_is_open(case, "materials")),
        "move": move_at(request, case, *STEPS),
    }
    return render(request, "visits/visit.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@answers
def session(request, number, session=None):
    """Add a session, or change one."""
    case, _sides = case_for(request, number, rules.reads_visit)
    only(is_coordinator.holds, request, case)
    held = get_object_or_404(case.visit_sessions, pk=session) if session else None
    days = queries.days_of(case)
    initial = {"day": f"{held.day:%Y-%m-%d}"} if held else {"day": request.GET.get("day")}
    form = SessionForm(request.POST or None, instance=held, days=days, initial=initial)
    if form.is_valid() and tried(
        form, lambda: services.save_session(case, session=held, by=request.acting, now=clock.now(), **form.cleaned_data)
    ):
        return redirect("visits:visit", number)
    context = {"case": case, "session": held, "form": form}
    return render(request, "visits/session.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
@answers
def session_remove(request, number, session):
    """Take a session out of the programme."""
    case, _sides = case_for(request, number, rules.reads_visit)
    only(is_coordinator.holds, request, case)
    held = get_object_or_404(case.visit_sessions.select_related("case"), pk=session)
    services.remove_session(held, by=request.acting, now=clock.now())
    return redirect("visits:visit", number)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@answers
def move_visit(request, number):
    """Other days for the visit, set by the head of the agency."""
    case, _sides = case_for(request, number, rules.reads_visit)
    only(is_agency_head.holds, request, case)
    form = MoveVisitForm(request.POST or None, initial={"first_day": case.visit_first_day})
    if form.is_valid() and tried(
        form, lambda: services.move_visit(case, **form.cleaned_data, by=request.acting, now=clock.now(), today=clock.today())
    ):
        return redirect("visits:visit", number)
    return render(request, "visits/move_visit.html", {"case": case, "form": form}, status=422 if form.is_bound else 200)


@login_required
@require_safe
def calendar(request, number, session=None):
    """The programme, or one session of it, for people's own calendars."""
    case, sides = case_for(request, number, rules.reads_visit)
    sessions = case.visit_sessions.filter(pk=session) if session else case.visit_sessions.all()
    if not queries.sees_sessions(case, sides) or not sessions.exists():
        raise Http404
    response = HttpResponse(queries.calendar_of(case, sessions), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="visit-{case.number}.ics"'
    return response
