"""The institution's self-assessments, how far one has come, and a new one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import Refused
from tarazy.internal.selfassessment import queries, services
from tarazy.internal.selfassessment.forms import BeginForm
from tarazy.internal.selfassessment.purposes import purpose_of
from tarazy.internal.selfassessment.rules import is_given_purpose
from tarazy.internal.selfassessment.views.access import METHODS, own_assessment, own_institution
from tarazy.reference.standards.names import CHANGE_NAMES
from tarazy.reference.standards.queries import sets_for


@login_required
@require_safe
def own(request):
    """All self-assessments of the reader's institution."""
    institution = own_institution(request)
    assessments = [(one, purpose_of(one)) for one in queries.own_assessments(request.acting)]
    return render(request, "selfassessment/list.html", {"institution": institution, "assessments": assessments})


@login_required
@require_http_methods(METHODS)
def begin(request):
    """Begin one without a case."""
    institution = own_institution(request)
    form = BeginForm(request.POST if request.method == "POST" else None, sets=sets_for(institution.level, clock.today()))
    if form.is_valid():
        acted = {"by": request.acting, "now": clock.now(), "today": clock.today()}
        try:
            return redirect(services.begin_own(institution=institution, **form.cleaned_data, **acted))
        except Refused as refused:
            form.add_error("purpose", [reason.text for reason in refused.reasons])
    context = {"form": form, "crumbs": [(_("Self-assessment"), reverse("selfassessment:list")), (_("Begin your own"), "")]}
    return render(request, "selfassessment/begin.html", context, status=422 if form.is_bound else 200)


@login_required
@require_safe
def progress(request, pk):
    """How far it has come, by standard, and the reports that were sealed from it."""
    assessment = own_assessment(request, pk)
    sealed = [(one, services.is_intact(one)) for one in queries.submissions_of(assessment)]
    newer = queries.newer_standards(assessment, clock.today())
    context = {"assessment": assessment, "purpose": purpose_of(assessment), "tree": queries.tree_of(assessment), "sealed": sealed}
    return render(request, "selfassessment/progress.html", {**context, "newer": newer})


@login_required
@require_http_methods(METHODS)
def newer(request, pk):
    """What a newer version of the standards means for this self-assessment: nothing in a case, a list otherwise."""
    assessment = own_assessment(request, pk)
    found = queries.newer_standards(assessment, clock.today())
    if found is None:
        return redirect("selfassessment:progress", pk)
    if request.method == "POST":
        try:
            made = services.bring_over(assessment, standards=found, by=request.acting, now=clock.now(), today=clock.today())
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect("selfassessment:newer", pk)
        messages.success(request, _("Your answers are in the newer version now. Look again at the criteria that changed."))
        return redirect("selfassessment:progress", made.pk)
    context = {
        "assessment": assessment,
        "purpose": purpose_of(assessment),
        "newer": found,
        "rows": [(change, CHANGE_NAMES[change.kind], answer) for change, answer in queries.impact_of(assessment, found)],
        "may_bring_over": assessment.is_open and not is_given_purpose(assessment.purpose),
    }
    return render(request, "selfassessment/newer.html", context)
