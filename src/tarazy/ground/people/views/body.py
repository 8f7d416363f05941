"""The people of my body: who holds what. For those who lead it."""

from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from tarazy.ground.foundation import clock
from tarazy.ground.journal.queries import entries_for
from tarazy.ground.people import queries, rules, services
from tarazy.ground.people.forms import AppointmentForm, EndForm
from tarazy.ground.people.services.records import READERS, subject_of
from tarazy.ground.ui.forms import done

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


@for_leaders
def appointments(request):
    """Who holds what; a further role for somebody of the body."""
    body, today = request.acting.body, clock.today()
    people = queries.people_of(body, day=today)
    form = AppointmentForm(request.POST or None, body=body, people=people, initial={"since": today})
    if request.method == "POST" and form.is_valid():
        act = {"body": body, "by": request.acting, "now": clock.now()}
        if done(form, services.appoint, **form.cleaned_data, **act):
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
    act = {"by": request.acting, "now": clock.now()}
    if request.method == "POST" and form.is_valid() and done(form, services.end, appointment, **form.cleaned_data, **act):
        messages.success(request, _("The appointment of %(name)s ends.") % {"name": appointment.person.name})
        return redirect("people:appointments")
    context = {"form": form, "appointment": appointment}
    return render(request, "people/end.html", context, status=422 if form.errors else 200)
