"""Pages that exist only in the demonstration."""

from functools import wraps

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tarazy.external.procedure.reminders import remind
from tarazy.external.procedure.services import close_lapsed
from tarazy.ground.foundation import clock
from tarazy.ground.people.models import Appointment

DAYS = {"1", "7", "30"}


def demonstration_only(view):
    """Answer 404 unless this is the demonstration."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not settings.DEMO:
            raise Http404(_("This page belongs to the demonstration."))
        return view(request, *args, **kwargs)

    return guarded


@demonstration_only
@require_POST
def enter(request):
    """Sign in as the person of this appointment, without a password."""
    chosen = get_object_or_404(
        Appointment.objects.in_force(clock.today()).select_related("person"), pk=request.POST.get("appointment") or 0
    )
    language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    login(request, chosen.person, backend="django.contrib.auth.backends.ModelBackend")
    request.session["acting"] = chosen.pk
    response = redirect("desk")
    if language:
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language)
    return response


@demonstration_only
@require_POST
def turn(request):
    """Turn the demonstration's clock ahead; windows whose time is over close, and reminders go out."""
    days = request.POST.get("days")
    if days in DAYS:
        clock.turn_ahead(int(days))
        close_lapsed(now=clock.now(), today=clock.today())
        remind(now=clock.now(), today=clock.today())
    return redirect(request.POST.get("next") if str(request.POST.get("next", "")).startswith("/") else "front")
