"""Who I am and in which appointment I act."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tarazy.ground.foundation import clock
from tarazy.ground.people import services
from tarazy.ground.people.forms import ProfileForm
from tarazy.ground.people.middleware import CHOSEN
from tarazy.ground.people.models import Person
from tarazy.ground.people.queries import held_by
from tarazy.ground.people.views.addresses import local


@login_required
def me(request):
    """My name, the language of letters to me, my appointments."""
    # A copy of the account, so that a wrong form does not show its unsaved values in the head of the page.
    form = ProfileForm(request.POST or None, instance=Person.objects.get(pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        services.change_profile(request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("people:me")
    context = {"form": form, "held": held_by(request.user, day=clock.today())}
    return render(request, "people/me.html", context, status=422 if form.errors else 200)


@login_required
def acting(request):
    """Choose in which of my appointments I act from now on, in this session."""
    held = held_by(request.user, day=clock.today())
    after = local(request, request.POST.get("next") or request.GET.get("next"))
    if request.method == "POST":
        chosen = request.POST.get("appointment", "")
        if not chosen.isdecimal() or not held.filter(pk=int(chosen[:18])).exists():
            raise Http404
        request.session[CHOSEN] = int(chosen)
        return redirect(after or settings.LOGIN_REDIRECT_URL)
    return render(request, "people/acting.html", {"held": held, "next": after})
