"""Where an invitation leads: a new person sets a password, one who has an account signs in."""

from django.conf import settings
from django.contrib.auth import login
from django.shortcuts import redirect, render

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.people import queries, services
from tarazy.ground.people.forms import WelcomeForm
from tarazy.ground.people.middleware import CHOSEN

BACKEND = "django.contrib.auth.backends.ModelBackend"
GONE = 410


def accept(request, token):
    """Accept an invitation. A link that is unknown, used or too old is told so, with what to do."""
    invitation = queries.invitation_of(token)
    if invitation is None or invitation.is_over or invitation.expires_at <= clock.now():
        context = {"invitation": invitation}
        return render(request, "people/invitation_over.html", context, status=GONE if invitation else 404)
    person = queries.account_of(invitation.email)
    if person and person.has_usable_password():
        return _known(request, invitation, person)
    if request.user.is_authenticated:
        return render(request, "people/accept_known.html", {"invitation": invitation, "fits": False})
    return _new(request, invitation)


def _known(request, invitation, person):
    fits = request.user == person
    if request.method == "POST" and fits:
        return _accepted(request, invitation, by_person=person)
    return render(request, "people/accept_known.html", {"invitation": invitation, "fits": fits})


def _new(request, invitation):
    form = WelcomeForm(request.POST or None, email=invitation.email, initial={"name": invitation.name})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        return _accepted(request, invitation, name=said["name"], password=said["password"])
    context = {"form": form, "invitation": invitation}
    return render(request, "people/accept.html", context, status=422 if form.errors else 200)


def _accepted(request, invitation, **said):
    try:
        appointment = services.accept(invitation, now=clock.now(), **said)
    except Refused:  # somebody was faster with the same link
        return render(request, "people/invitation_over.html", {"invitation": invitation}, status=GONE)
    if not request.user.is_authenticated:
        login(request, appointment.person, backend=BACKEND)
    request.session[CHOSEN] = appointment.pk
    return redirect(settings.LOGIN_REDIRECT_URL)
