"""The institution's bank of evidence."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tarazy.ground.documents.views import serve
from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import Refused
from tarazy.internal.selfassessment import queries, services
from tarazy.internal.selfassessment.forms import EvidenceForm, SearchForm
from tarazy.internal.selfassessment.models import Evidence
from tarazy.internal.selfassessment.views.access import METHODS, own_institution

PAGE = 50


@login_required
@require_safe
def bank(request):
    """Every piece of evidence, newest first, and where it is cited."""
    institution = own_institution(request)
    form = SearchForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    pieces = Paginator(queries.bank_of(request.acting, words), PAGE).get_page(request.GET.get("page"))
    context = {"institution": institution, "form": form, "page_obj": pieces, "words": words}
    return render(request, "selfassessment/bank.html", context)


@login_required
@require_http_methods(METHODS)
def add(request):
    """A new piece, to be cited later."""
    institution = own_institution(request)
    form = EvidenceForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid():
        acted = {"by": request.acting, "now": clock.now(), "today": clock.today()}
        try:
            made = services.add_evidence(institution=institution, **form.new_piece(), **acted)
        except Refused as refused:
            form.add_error("file", [reason.text for reason in refused.reasons])
        else:
            messages.success(request, _("“%(title)s” is in the bank.") % {"title": made.title})
            return redirect("selfassessment:evidence")
    return render(request, "selfassessment/add_evidence.html", {"form": form}, status=422 if form.is_bound else 200)


@login_required
@require_safe
def file(request, pk):
    """The newest version of an own file."""
    piece = get_object_or_404(Evidence.objects.visible_to(request.acting).select_related("document"), pk=pk)
    version = piece.document.latest if piece.document else None
    if version is None:
        raise Http404
    return serve(version)
