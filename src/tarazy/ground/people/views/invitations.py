"""Who is invited: to my body, by those who lead it; sent again and withdrawn by whoever may handle the invitation."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.people import queries, rules, services
from tarazy.ground.people.forms import InvitationForm
from tarazy.ground.people.models import Invitation
from tarazy.ground.people.views.addresses import local
from tarazy.ground.people.views.body import for_leaders
from tarazy.ground.ui.dates import day
from tarazy.ground.ui.forms import done


@for_leaders
def invitations(request):
    """Who is invited and until when; invite somebody."""
    body = request.acting.body
    form = InvitationForm(request.POST or None, body=body)
    if request.method == "POST" and form.is_valid():
        act = {"body": body, "by": request.acting, "now": clock.now()}
        if done(form, services.invite, **form.cleaned_data, **act):
            messages.success(request, _("The invitation is on its way to %(email)s.") % form.cleaned_data)
            return redirect("people:invitations")
    context = {"form": form, "body": body, "invitations": queries.invitations_to(body), "now": clock.now()}
    return render(request, "people/invitations.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def invite_again(request, pk):
    """Send one invitation again."""
    invitation = _mine_or_404(request, pk)
    try:
        sent = services.invite_again(invitation, by=request.acting, now=clock.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        words = {"email": sent.email, "day": day(sent.expires_at)}
        messages.success(request, _("Sent again to %(email)s; the new link ends on %(day)s.") % words)
    return _back(request)


@login_required
@require_POST
def withdraw(request, pk):
    """Withdraw one invitation: its link ends at once."""
    invitation = _mine_or_404(request, pk)
    try:
        services.withdraw(invitation, by=request.acting, now=clock.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The invitation to %(email)s is withdrawn; its link no longer works.") % {"email": invitation.email})
    return _back(request)


def _mine_or_404(request, pk):
    known = Invitation.objects.select_related("body", "invited_by")
    invitation = get_object_or_404(known, pk=pk)
    if not rules.may_handle(request.acting, invitation, clock.now()):
        raise Http404
    return invitation


def _back(request):
    """To the page that it was sent from, which may be a room's above, else to one's own invitations."""
    return redirect(local(request, request.POST.get("next")) or "people:invitations")
