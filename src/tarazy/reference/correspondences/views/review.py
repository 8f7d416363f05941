"""Correspondences are reviewed: confirmed, disputed, answered."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.foundation.text import reader_language
from tarazy.ground.ui.forms import done
from tarazy.reference.correspondences import queries, services
from tarazy.reference.correspondences.forms import AnswerForm, DisputeForm
from tarazy.reference.correspondences.models import Correspondence, Relation
from tarazy.reference.correspondences.rules import may_review


@require_safe
def disputes(request):
    """Disputes that wait for an answer."""
    context = {
        "disputes": queries.disputes_open(),
        "may_review": may_review(request.acting),
        "crumbs": [(_("Standards"), reverse("standards:library")), (_("Disputed correspondences"), "")],
    }
    return render(request, "correspondences/disputes.html", context)


@login_required
@require_POST
def confirm(request, pk):
    """A reviewer finds a proposed correspondence right."""
    link = get_object_or_404(Correspondence, pk=pk)
    if not may_review(request.acting):
        raise PermissionDenied
    try:
        services.confirm(link, by=request.acting, now=clock.now())
        messages.success(request, _("The correspondence is confirmed."))
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("correspondences:graph", link.from_set, link.from_number)


@login_required
@require_http_methods(["GET", "POST"])
def dispute(request, pk):
    """Anybody who acts for somebody says why a correspondence is wrong."""
    link = get_object_or_404(Correspondence, pk=pk)
    if request.acting is None:
        raise PermissionDenied(_("Who disputes a correspondence acts for an organisation, an agency or as an expert."))
    form = DisputeForm(request.POST or None)
    act = {"language": reader_language(), "by": request.acting, "now": clock.now()}
    if request.method == "POST" and form.is_valid() and done(form, services.dispute, link, **form.cleaned_data, **act):
        messages.success(request, _("Your objection is public; the reviewers answer it."))
        return redirect("correspondences:graph", link.from_set, link.from_number)
    return render(request, "correspondences/dispute.html", _about(link, form), status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def answer(request, pk):
    """A reviewer answers the dispute of a correspondence that is open."""
    link = get_object_or_404(Correspondence, pk=pk)
    if not may_review(request.acting):
        raise PermissionDenied
    open_one = link.disputes.filter(answered_at=None).first()
    if open_one is None or link.state == Correspondence.State.WITHDRAWN:
        messages.info(request, _("Nobody disputes this correspondence any more."))
        return redirect("correspondences:graph", link.from_set, link.from_number)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = {"by": request.acting, "now": clock.now()}
        if done(form, _answered, open_one, **form.cleaned_data, **act):
            messages.success(request, _("The answer is public."))
            return redirect("correspondences:graph", link.from_set, link.from_number)
    return render(request, "correspondences/answer.html", {**_about(link, form), "dispute": open_one}, status=422 if form.errors else 200)


def _answered(disputed, *, upheld, answer, by, now):
    return services.answer_dispute(disputed, answer=answer, upheld=upheld == "yes", by=by, now=now)


def _about(link, form):
    ends = queries.ends_of(link)
    crumbs = [(_("Standards"), reverse("standards:library")), (_("Disputed correspondences"), reverse("correspondences:disputes"))]
    return {"link": link, "form": form, "ends": ends, "relation": Relation(link.relation).label, "crumbs": crumbs}
