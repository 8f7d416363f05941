"""Technical review: the table of standards, and one standard beside what the report says of it."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from tarazy.external.cases.queries import step_is_open
from tarazy.external.cases.rules import is_coordinator
from tarazy.external.cases.states import Side
from tarazy.external.cases.views.doors import answers, case_for, move_at, only, tried
from tarazy.external.reviews import services
from tarazy.external.reviews.forms.work import RemarkForm
from tarazy.external.reviews.queries.technical import report_under_review, reports_reviewed, review_table, sealed_criteria
from tarazy.ground.foundation import clock


def _reads(sides):
    return bool({Side.AGENCY, Side.INSTITUTION} & sides)


@login_required
@require_safe
def technical(request, number):
    """What was said of each standard; the institution reads a review once it is closed."""
    case, sides = case_for(request, number, _reads)
    reports = [report for report in reports_reviewed(case) if report.closed or Side.AGENCY in sides]
    chosen = next((report for report in reports if str(report.round) == request.GET.get("round")), reports[0] if reports else None)
    context = {
        "case": case,
        "reports": reports,
        "received": chosen,
        "rows": review_table(case, chosen),
        "may_write": is_coordinator.holds(request.acting, case) and _is_current(case, chosen),
        "move": move_at(request, case, "technical_review"),
    }
    return render(request, "reviews/technical.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@answers
def technical_standard(request, number, standard):
    """Review one standard, reading what the report says of it."""
    case, _sides = case_for(request, number, lambda sides: Side.AGENCY in sides)
    only(is_coordinator.holds, request, case)
    received = report_under_review(case)
    if received is None:
        raise Http404
    chosen = get_object_or_404(case.standards.standards, number=standard)
    rows = review_table(case, received)
    row = next(row for row in rows if row.standard.pk == chosen.pk)
    form = RemarkForm(request.POST or None, initial=_said(row.remark))
    if form.is_valid() and tried(form, lambda: _review(request, case, chosen, form.cleaned_data)):
        following = next((other.standard for other in rows if other.standard.position > chosen.position), None)
        return redirect("reviews:technical_standard", number, following.number) if following else redirect("reviews:technical", number)
    context = {
        "case": case,
        "received": received,
        "rows": rows,
        "row": row,
        "criteria": sealed_criteria(case, received, chosen.number),
        "form": form,
        "move": move_at(request, case, "technical_review"),
    }
    return render(request, "reviews/technical_standard.html", context, status=422 if form.is_bound else 200)


def _is_current(case, received):
    return received is not None and not received.closed and step_is_open(case, "technical_review")


def _said(remark):
    return {"verdict": "rework" if remark.to_rework else "ready", "text": remark.text} if remark else {}


def _review(request, case, standard, said):
    decided = {"to_rework": said["verdict"] == "rework", "text": said["text"]}
    services.review_standard(case, standard=standard, **decided, by=request.acting, now=clock.now())
