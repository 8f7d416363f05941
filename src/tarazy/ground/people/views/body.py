"""The people of my body: who holds what. For those who lead it."""

from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.journal.queries import entries_for
from tarazy.ground.people import queries, rules, services
from tarazy.ground.people.forms import AppointmentForm, EndForm
from tarazy.ground.people.services.records import READERS, subject_of

LATEST = 10


def for_leaders(view):
    """Let only those in who act as leader of their body; others are told why."""

    @login_required
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not rules.may_see_people(request.acting):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def carried_out(form, act, **extra):
    """Do `act` with what the form says; a refusal becomes the form's error. Whether it was done."""
    if not form.is_valid():
        return False
    try:
        act(**form.cleaned_data, **extra)
    except Refused as refused:
        for reason in refused.reasons:
            form.add_error(None, str(reason.text))
        return False
    return True


@for_leaders
def appointments(request):
    """Who holds what; a further role for somebody of the body."""
    body, today = request.acting.body, clock.today()
    people = queries.people_of(body, day=today)
    form = AppointmentForm(request.POST or None, body=body, people=people, initial={"since": today})
    if request.method == "POST" and carried_out(form, services.appoint, body=body, by=request.acting, now=clock.now()):
        messages.success(request, _("Appointed."))
        return redirect("people:appointments")
    context = {
        "form": form,
        "body": body,
        "appointments": queries.appointments_in(body, day=today),
        "entries": entries_for(subject_of(body), READERS)[:LATEST],
        "today": today,
    }
    return render(request, "people/appointments.html", context, status=422 if form.errors else 200)


@for_leaders
def end(request, pk):
    """The last day of one appointment of the body."""
    found = queries.appointments_in(request.acting.body, day=clock.today())
    appointment = get_object_or_404(found, pk=pk)
    form = EndForm(request.POST or None, initial={"on": clock.today()})
    act = {"appointment": appointment, "by": request.acting, "now": clock.now()}
    if request.method == "POST" and carried_out(form, _end, **act):
        messages.success(request, _("The appointment of %(name)s ends.") % {"name": appointment.person.name})
        return redirect("people:appointments")
    context = {"form": form, "appointment": appointment}
    return render(request, "people/end.html", context, status=422 if form.errors else 200)


def _end(*, appointment, **said):
    services.end(appointment, **said)
