"""Correspondences: the graph from a standard outwards, the gaps between two sets, confirming, disputing, answering."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.foundation.text import reader_language
from tarazy.reference.standards import queries, services
from tarazy.reference.standards.drawing import drawn
from tarazy.reference.standards.forms import AnswerForm, DisputeForm
from tarazy.reference.standards.models import Correspondence, Relation
from tarazy.reference.standards.rules import may_review
from tarazy.reference.standards.views.sets import set_or_404


@require_safe
def graph(request, key, number):
    """What corresponds to a standard, two steps outwards: drawn, and as a table with reasons, authors and disputes."""
    found = queries.graph_from(key, number)
    here = found.nodes.get((key, number))
    if here is None:
        raise Http404
    chosen = here.standard.set
    context = {
        "here": here.standard,
        "drawing": drawn(found),
        "near": queries.neighbours(key, number, withdrawn=True),
        "further": [node for node in found.nodes.values() if node.step > 1],
        "relations": dict(Relation.choices),
        "may_review": may_review(request.acting),
        "crumbs": [
            (_("Standards"), reverse("standards:library")),
            (chosen.title, chosen.get_absolute_url()),
            (number, here.standard.get_absolute_url()),
            (_("Correspondences"), ""),
        ],
    }
    return render(request, "standards/graph.html", context)


@require_safe
def gaps(request, key, other):
    """What the first set does not cover of the other, standard by standard."""
    mine, theirs = set_or_404(key), set_or_404(other)
    rows = queries.coverage(mine, theirs)
    context = {
        "mine": mine,
        "theirs": theirs,
        "rows": rows,
        "relations": dict(Relation.choices),
        "missing": sum(not found for _standard, found in rows),
        "others": [one for one in queries.library() if one.key != key],
        "crumbs": [
            (_("Standards"), reverse("standards:library")),
            (mine.title, mine.get_absolute_url()),
            (_("What it does not cover"), ""),
        ],
    }
    return render(request, "standards/gaps.html", context)


@require_safe
def disputes(request):
    """Disputes that wait for an answer."""
    context = {
        "disputes": queries.disputes_open(),
        "may_review": may_review(request.acting),
        "crumbs": [(_("Standards"), reverse("standards:library")), (_("Disputed correspondences"), "")],
    }
    return render(request, "standards/disputes.html", context)


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
    return redirect("standards:graph", link.from_set, link.from_number)


@login_required
@require_http_methods(["GET", "POST"])
def dispute(request, pk):
    """Anybody who acts for somebody says why a correspondence is wrong."""
    link = get_object_or_404(Correspondence, pk=pk)
    if request.acting is None:
        raise PermissionDenied(_("Who disputes a correspondence acts for an organisation, an agency or as an expert."))
    form = DisputeForm(request.POST or None)
    act = {"language": reader_language(), "by": request.acting, "now": clock.now()}
    if request.method == "POST" and _done(form, services.dispute, link, **act):
        messages.success(request, _("Your objection is public; the reviewers answer it."))
        return redirect("standards:graph", link.from_set, link.from_number)
    return render(request, "standards/dispute.html", _about(link, form), status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def answer(request, pk):
    """A reviewer answers the dispute of a correspondence that is open."""
    link = get_object_or_404(Correspondence, pk=pk)
    if not may_review(request.acting):
        raise PermissionDenied
    open_one = link.disputes.filter(answered_at=None).first()
    if open_one is None:
        messages.info(request, _("Nobody disputes this correspondence any more."))
        return redirect("standards:graph", link.from_set, link.from_number)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and _done(form, _answered, open_one, by=request.acting, now=clock.now()):
        messages.success(request, _("The answer is public."))
        return redirect("standards:graph", link.from_set, link.from_number)
    return render(request, "standards/answer.html", {**_about(link, form), "dispute": open_one}, status=422 if form.errors else 200)


def _answered(disputed, *, upheld, answer, by, now):
    return services.answer_dispute(disputed, answer=answer, upheld=upheld == "yes", by=by, now=now)


def _about(link, form):
    ends = queries.ends_of(link)
    crumbs = [(_("Standards"), reverse("standards:library")), (_("Disputed correspondences"), reverse("standards:disputes"))]
    return {"link": link, "form": form, "ends": ends, "relation": Relation(link.relation).label, "crumbs": crumbs}


def _done(form, act, what, **by_whom):
    """Do `act` with what the form says; a refusal becomes the form's error. Whether it was done."""
    if not form.is_valid():
        return False
    try:
        act(what, **form.cleaned_data, **by_whom)
    except Refused as refused:
        form.add_error(None, [str(reason.text) for reason in refused.reasons])
        return False
    return True
