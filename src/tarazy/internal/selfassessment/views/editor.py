"""The editor: one criterion at a time. It works without JavaScript; with it, the answer saves itself after a pause."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_http_methods, require_safe

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import Refused, Stale
from tarazy.ground.ui.errors import conflict
from tarazy.internal.selfassessment import queries, services
from tarazy.internal.selfassessment.forms import AnswerForm, CitationForm
from tarazy.internal.selfassessment.panels import panels_for
from tarazy.internal.selfassessment.purposes import purpose_of
from tarazy.internal.selfassessment.views.access import METHODS, keeps_what_was_typed, own_assessment


@dataclass
class Desk:
    """What lies on the editor's table: the self-assessment, its tree, the criterion and its answer."""

    assessment: Any
    standard: str
    number: str

    def __post_init__(self):
        self.look()

    def look(self):
        """Read tree and answer as they are now; 404 when there is no such criterion."""
        self.tree = queries.tree_of(self.assessment)
        self.branch, leaf = self.tree.find(self.standard, self.number)
        if leaf is None:
            raise Http404
        self.leaf, self.answer = leaf, queries.answer_of(self.assessment, leaf.pk)

    @cached_property
    def bank(self):
        """The pieces that may still be cited."""
        return queries.not_cited_by(self.answer)

    def answer_form(self, data=None):
        """The answer's form; a text that nobody has begun is in the reader's language."""
        answer = self.answer
        initial = {name: getattr(answer, name) for name in ("rating", "text", "language", "revision")}
        return AnswerForm(data, initial=initial, assessment=self.assessment)

    def address_of(self, leaf):
        """The page of a criterion."""
        return reverse("selfassessment:criterion", args=[self.assessment.pk, leaf.criterion.standard.number, leaf.criterion.number])


@keeps_what_was_typed
@require_safe
def edit(request, pk):
    """Go on where something is missing."""
    assessment = own_assessment(request, pk)
    entrance = queries.tree_of(assessment).entrance
    if entrance is None:
        return redirect("selfassessment:progress", pk)
    return redirect("selfassessment:criterion", pk, entrance.criterion.standard.number, entrance.criterion.number)


@keeps_what_was_typed
@require_http_methods(METHODS)
def criterion(request, pk, standard, number):
    """One criterion with its answer, its evidence and its guidance."""
    desk = Desk(own_assessment(request, pk), standard, number)
    try:
        if request.method == "POST":
            return _save_by_itself(request, desk) if request.htmx else _save(request, desk)
    except Stale:
        return _stale(request, desk)
    except Refused as refused:
        return conflict(request, refused.reasons)
    return _page(request, desk, desk.answer_form(), CitationForm(bank=desk.bank))


def _save_by_itself(request, desk):
    """What the page sends after a pause in writing: the answer alone. Only the parts of the page that change come back."""
    form = desk.answer_form(request.POST)
    if not form.is_valid():
        return render(request, "selfassessment/unsaved.html", {"form": form}, status=422)
    services.write_answer(desk.answer, **form.said(), by=request.acting, now=clock.now())
    desk.look()
    context = {"desk": desk, "tree": desk.tree, "branch": desk.branch, "leaf": desk.leaf, "answer": desk.answer, "today": clock.today()}
    return render(request, "selfassessment/saved_fragment.html", context)


def _save(request, desk):
    """Everything on the page, by a button."""
    do = request.POST.get("do", "save")
    form = desk.answer_form(request.POST)
    citation = CitationForm(request.POST, request.FILES, bank=desk.bank, asked=do == "add")
    if not (form.is_valid() & citation.is_valid()):
        return _page(request, desk, form, citation, status=422)
    new_piece, cited = citation.new_piece(), citation.cleaned_data["piece"]
    removed = desk.answer.evidence.filter(pk=_number(request.POST.get("remove"))).first()
    acted = {"by": request.acting, "now": clock.now(), "today": clock.today()}
    services.save_page(desk.answer, said=form.said(), new_piece=new_piece, cited=cited, removed=removed, **acted)
    _before, after = desk.tree.around(desk.leaf)
    leaf = after if do == "next" and after else desk.leaf
    return redirect(desk.address_of(leaf) + ("#evidence" if new_piece or cited or removed else ""))


def _stale(request, desk):
    """Somebody was first: theirs stands beside what was typed, and the next "Save" is the merged text."""
    desk.look()
    if request.htmx:
        return render(request, "selfassessment/unsaved.html", {"theirs": desk.answer}, status=409)
    data = request.POST.copy()
    data["revision"] = desk.answer.revision
    citation = CitationForm(request.POST, bank=desk.bank)
    yours = desk.assessment.levels.get(data.get("rating"), "")
    context = {"theirs": desk.answer, "yours_rating": yours, "file_again": bool(request.FILES)}
    return _page(request, desk, desk.answer_form(data), citation, status=409, **context)


def _page(request, desk, form, citation, *, status=200, **more):
    before, after = desk.tree.around(desk.leaf)
    context = {
        "desk": desk,
        "assessment": desk.assessment,
        "purpose": purpose_of(desk.assessment),
        "tree": desk.tree,
        "branch": desk.branch,
        "leaf": desk.leaf,
        "answer": desk.answer,
        "before": before and desk.address_of(before),
        "after": after and desk.address_of(after),
        "after_number": after and after.criterion.number,
        "cited": queries.cited_by(desk.answer),
        "panels": panels_for(desk.assessment, desk.branch.standard, request.acting),
        "form": form,
        "citation": citation,
        "today": clock.today(),
        "saves_itself": status == 200 and desk.assessment.is_open,  # noqa: PLR2004 (HTTP)
        **more,
    }
    return render(request, "selfassessment/editor.html", context, status=status)


def _number(written):
    return int(written) if written and written.isdecimal() and len(written) < 19 else None  # noqa: PLR2004 (a bigint)
