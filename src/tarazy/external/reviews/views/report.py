"""The report as it is read, and as a file."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tarazy.external.cases.views.doors import case_for, move_at
from tarazy.external.reviews import rules
from tarazy.external.reviews.queries import report as queries
from tarazy.external.reviews.queries.panel import live_seats
from tarazy.ground.documents.views import serve

STEPS = ("evaluation_report", "factual_check", "factual_answers")


def readable(request, number):
    """The case, the reader's sides and the report; 404 for whoever may not read it yet."""
    case, sides = case_for(request, number, bool)
    found = queries.report_of(case)
    if not rules.reads_report(sides, found):
        raise Http404
    return case, sides, found


@login_required
@require_safe
def report(request, number):
    """Judgements by standard beside the institution's own, findings, corrections."""
    case, sides, found = readable(request, number)
    shown = rules.reads_working_text(sides, case)
    move = move_at(request, case, *STEPS)
    rows = queries.reading_rows(case, found) if shown else []
    scale = queries.scale_of(case)
    context = {
        "case": case,
        "report": found,
        "shown": shown,
        "rows": rows,
        "scale": scale,
        "figures": queries.figures(rows),
        "chart": queries.chart(rows, scale[::-1]),
        "seats": live_seats(case),
        "items": queries.items_for(case, sides) if found.signed_at else [],
        "may_write": bool(move) and move["step"] in rules.EDITING and rules.is_on_panel(request.acting, case),
        "move": move,
    }
    return render(request, "reviews/report.html", context)


@login_required
@require_safe
def report_pdf(request, number):
    """The signed report, typeset; the newest version."""
    _case, _sides, found = readable(request, number)
    if found.document is None:
        raise Http404
    return serve(found.document.versions.order_by("-number").first())
