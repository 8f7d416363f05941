"""An institution opens a case: it chooses the agency and what is to be accredited."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from tarazy.external.cases.models import INSTITUTION_ROLES
from tarazy.external.cases.services import open_case
from tarazy.external.procedure.editions import EDITIONS
from tarazy.external.procedure.forms import NewCaseForm
from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import Refused
from tarazy.reference.institutions.models import Institution


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_case(request):
    """Choose agency, kind and programmes; the application itself is the first step of the case."""
    if request.acting is None or request.acting.role not in INSTITUTION_ROLES:
        raise PermissionDenied
    institution = get_object_or_404(Institution, pk=request.acting.body_id)
    form = NewCaseForm(request.POST or None, institution=institution)
    if request.method == "POST" and form.is_valid():
        edition = EDITIONS[form.edition_key]
        try:
            case = open_case(
                plan=edition.PLAN,
                standards_key=edition.STANDARDS,
                institution=institution,
                by=request.acting,
                now=clock.now(),
                today=clock.today(),
                demonstration=institution.is_demonstration,
                **form.cleaned_data,
            )
        except Refused as refused:
            form.add_error(None, [str(reason.text) for reason in refused.reasons])
        else:
            return redirect("procedure:step", number=case.number, key="application")
    return render(request, "procedure/new.html", {"form": form, "institution": institution}, status=422 if form.is_bound else 200)
