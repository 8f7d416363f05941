"""The agency's seminars: one may serve many organisations at once (R272)."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from tarazy.external.cases.views.doors import tried
from tarazy.external.seminars.forms import AttendanceForm, NewSeminarForm
from tarazy.external.seminars.queries import seminars_of
from tarazy.external.seminars.services import KEEPERS, count_attendance, plan_seminar
from tarazy.ground.foundation import clock
from tarazy.reference.agencies.models import Agency


def _keeper(request):
    if request.acting is None or request.acting.role not in KEEPERS:
        raise PermissionDenied
    return request.acting


def _act(request):
    return {"by": request.acting, "now": clock.now()}


@login_required
@require_safe
def seminars(request):
    """The seminars of the reader's agency, with how many came."""
    return render(request, "seminars/list.html", {"seminars": seminars_of(_keeper(request).body_id)})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request):
    """Record a seminar for several organisations; cases join it on their own step."""
    acting = _keeper(request)
    form = NewSeminarForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        regions = data.pop("regions")
        agency = get_object_or_404(Agency, pk=acting.body_id)
        made = plan_seminar(agency, data=data, regions=regions, **_act(request))
        return redirect("seminars:seminar", pk=made.pk)
    return render(request, "seminars/new.html", {"form": form}, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def seminar(request, pk):
    """One seminar: its record and its attendance by organisation."""
    found = get_object_or_404(seminars_of(_keeper(request).body_id), pk=pk)
    form = AttendanceForm(request.POST or None)
    if form.is_valid() and tried(form, lambda: count_attendance(found, **form.cleaned_data, **_act(request), today=clock.today())):
        return redirect("seminars:seminar", pk=pk)
    return render(request, "seminars/seminar.html", {"seminar": found, "form": form}, status=422 if form.is_bound else 200)
