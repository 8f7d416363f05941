"""The head of the agency suspends, resumes or withdraws a certificate, wherever its case stands (R229, R257)."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tarazy.external.cases.models import Case
from tarazy.external.cases.views.doors import answers, tried
from tarazy.external.register.forms import ChangeForm
from tarazy.external.register.queries import certificate_of
from tarazy.external.register.rules import may_change
from tarazy.external.register.services import order_change
from tarazy.external.register.states import CONSEQUENCES, ORDERS, STATES
from tarazy.ground.foundation import clock


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@answers
def change(request, number):
    """Choose and give grounds, read what happens then, confirm: only what was confirmed is done. 404 for everybody else."""
    case = get_object_or_404(Case.objects.visible_to(request.acting).select_related("institution"), number=number)
    certificate = certificate_of(case)
    if certificate is None or not may_change(request.acting, case):
        raise Http404
    state = certificate.state_to_change(clock.today())
    form = ChangeForm(request.POST or None, state=state)
    context = {"case": case, "certificate": certificate, "form": form, "words": STATES[state], "changes": certificate.changes.all()}
    if form.is_valid() and "change" not in request.POST:
        kind = form.cleaned_data["kind"]
        if "sure" not in request.POST:
            return render(request, "register/change_check.html", context | {"order": ORDERS[kind], "then": CONSEQUENCES[kind]})
        if tried(form, lambda: _order(request, certificate, form)):
            messages.success(request, _("Done. The register and the check of certificates say so from now on; the institution is told."))
            return redirect("register:certificate", number=certificate.number)
    return render(request, "register/change.html", context, status=422 if form.errors else 200)


def _order(request, certificate, form):
    order_change(certificate, **form.cleaned_data, by=request.acting, now=clock.now(), today=clock.today())
