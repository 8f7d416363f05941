"""The factual check as a ledger: what the institution names, what the panel answers."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from tarazy.external.cases.queries import step_is_open
from tarazy.external.cases.rules import is_institution
from tarazy.external.cases.views.doors import answers, move_at, only, tried
from tarazy.external.reviews import rules, services
from tarazy.external.reviews.forms.work import AnswerForm, InaccuracyForm
from tarazy.external.reviews.queries import report as queries
from tarazy.external.reviews.views.report import readable
from tarazy.ground.foundation import clock

METHODS = ["GET", "HEAD", "POST"]
STEPS = ("factual_check", "factual_answers")


@login_required
@require_http_methods(METHODS)
@answers
def factual(request, number):
    """The ledger; the institution adds to it while the check is open."""
    case, sides, found = readable(request, number)
    if request.method == "POST":
        only(is_institution.holds, request, case)
    naming = step_is_open(case, "factual_check") and is_institution.holds(request.acting, case)
    form = InaccuracyForm(request.POST or None, standards=case.standards.standards.all())
    if form.is_valid() and tried(form, lambda: services.name_inaccuracy(case, by=request.acting, now=clock.now(), **form.cleaned_data)):
        return redirect(reverse("reviews:factual", args=[number]) + "#items")
    context = {
        "case": case,
        "report": found,
        "items": queries.items_for(case, sides),
        "form": form if naming else None,
        "naming": naming,
        "answering": step_is_open(case, "factual_answers") and rules.is_chair(request.acting, case),
        "move": move_at(request, case, *STEPS),
    }
    return render(request, "reviews/factual.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
@answers
def inaccuracy_remove(request, number, item):
    """The institution takes an item back."""
    case, _sides, _found = readable(request, number)
    only(is_institution.holds, request, case)
    services.withdraw_inaccuracy(get_object_or_404(case.factual_items.select_related("case"), pk=item), by=request.acting)
    return redirect("reviews:factual", number)


@login_required
@require_http_methods(METHODS)
@answers
def answer(request, number, item):
    """The chair answers one item, with the passage and the institution's words above."""
    case, _sides, found = readable(request, number)
    only(rules.is_chair, request, case)
    held = get_object_or_404(case.factual_items.select_related("case", "standard"), pk=item)
    initial = {"answer": held.answer, "text": held.answer_text} if held.answer != "pending" else {}
    form = AnswerForm(request.POST or None, initial=initial)
    if form.is_valid() and tried(form, lambda: services.answer_inaccuracy(held, by=request.acting, now=clock.now(), **form.cleaned_data)):
        return redirect("reviews:factual", number)
    return render(
        request, "reviews/answer.html", {"case": case, "report": found, "item": held, "form": form}, status=422 if form.is_bound else 200
    )
