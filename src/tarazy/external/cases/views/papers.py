"""Documents of a case and the sealed reports that it received."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from tarazy.external.cases.models import CONFIDENTIAL_READERS, Case
from tarazy.external.cases.queries import received_for
from tarazy.external.cases.rules import sides_of
from tarazy.external.cases.states import Side
from tarazy.ground.documents.models import Version
from tarazy.ground.documents.views import serve
from tarazy.internal.selfassessment.queries import versions_in


def _case(request, number):
    case = get_object_or_404(Case.objects.visible_to(request.acting).select_related("institution", "standards", "run"), number=number)
    return case, sides_of(request.acting, case)


@login_required
@require_safe
def document(request, number, pk):
    """The newest version of a document that one of the reader's sides may read."""
    case, sides = _case(request, number)
    held = get_object_or_404(case.documents.readable_by(sides), pk=pk)
    return serve(held.document.versions.order_by("-number").first())


@login_required
@require_safe
def selfassessment(request, number):
    """The institution goes to its living text; everybody else reads the newest sealed report."""
    case, sides = _case(request, number)
    if Side.INSTITUTION in sides and case.selfassessment_id:
        return redirect("selfassessment:edit", case.selfassessment_id)
    received = received_for(case, sides).order_by("-pk").first()
    if received is None:
        raise Http404
    return redirect("cases:submission", number, received.submission.number)


@login_required
@require_safe
def submission(request, number, submission):
    """A sealed self-assessment report, as it was handed in; of a confidential piece council and appeals read the title alone."""
    case, sides = _case(request, number)
    received = get_object_or_404(received_for(case, sides), submission__number=submission)
    context = {"case": case, "received": received, "submission": received.submission, "whole": bool(sides & CONFIDENTIAL_READERS)}
    return render(request, "cases/submission.html", context)


@login_required
@require_safe
def evidence(request, number, submission, version):
    """A file of evidence, in the version that was sealed into this report; a confidential one for its readers only."""
    case, sides = _case(request, number)
    received = get_object_or_404(received_for(case, sides), submission__number=submission)
    if version not in versions_in(received.submission):
        raise Http404
    found = get_object_or_404(Version.objects.select_related("document"), pk=version)
    if found.document.is_confidential and not sides & CONFIDENTIAL_READERS:
        raise Http404
    return serve(found)
