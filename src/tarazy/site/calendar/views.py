"""The calendar's page, for the platform's staff."""

from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.models import CalendarDay, SchoolPeriod
from tarazy.ground.journal.queries import entries_for
from tarazy.site.calendar import services
from tarazy.site.calendar.forms import DayForm, PeriodForm

TABLES = {"days": (CalendarDay, DayForm), "periods": (SchoolPeriod, PeriodForm)}
LATEST = 10


def for_staff(view):
    """Let only the platform's staff in."""

    @login_required
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.is_staff:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@for_staff
@require_safe
def tables(request):
    """Moved days and school years, with a form for each."""
    return _page(request)


@for_staff
@require_POST
def add(request, table):
    """A new row of one of the two tables."""
    form = _table(table)[1](request.POST, prefix=table)
    if not form.is_valid():
        return _page(request, {table: form}, status=422)
    services.add(form.save(commit=False), name=form.text(), editor=request.user, now=clock.now())
    messages.success(request, _("Saved."))
    return redirect("calendar:tables")


@for_staff
@require_POST
def remove(request, table, pk):
    """Take one row away."""
    row = get_object_or_404(_table(table)[0], pk=pk)
    services.remove(row, editor=request.user, now=clock.now())
    messages.success(request, _("Removed."))
    return redirect("calendar:tables")


def _table(name):
    if name not in TABLES:
        raise Http404
    return TABLES[name]


def _page(request, filled=None, *, status=200):
    forms = {name: (filled or {}).get(name) or form(prefix=name) for name, (_model, form) in TABLES.items()}
    context = {
        "days": CalendarDay.objects.all(),
        "periods": SchoolPeriod.objects.all(),
        "day_form": forms["days"],
        "period_form": forms["periods"],
        "wrong": next(iter((filled or {}).values()), None),
        "entries": entries_for(services.SUBJECT, services.READERS)[:LATEST],
    }
    return render(request, "calendar/tables.html", context, status=status)
