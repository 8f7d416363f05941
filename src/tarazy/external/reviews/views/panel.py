"""The panel: its seats, who could take a free one and who could not, the challenge and its window."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tarazy.external.cases.rules import is_coordinator
from tarazy.external.cases.states import Side
from tarazy.external.cases.views.doors import answers, case_for, move_at, only, tried
from tarazy.external.experts.models import Expert
from tarazy.external.reviews import rules, services
from tarazy.external.reviews.forms.work import WithdrawForm
from tarazy.external.reviews.models import Challenge, Seat
from tarazy.external.reviews.queries import panel as queries
from tarazy.external.reviews.queries.reasons import why, why_not
from tarazy.external.reviews.states import seat_name
from tarazy.ground.documents.views import serve
from tarazy.ground.foundation import clock

STEPS = ("panel", "declarations", "panel_announced", "challenge_window", "challenge_ruling", "appointment_order")


@login_required
@require_safe
def panel(request, number):
    """The agency sees everything; the institution the announced seats; a member of the panel the others."""
    case, sides = case_for(request, number, rules.reads_seats)
    inside, today = rules.reads_whole_panel(sides), clock.today()
    move = move_at(request, case, *STEPS)
    forming = inside and bool(move) and move["mine"] and move["step"] == "panel"
    rows = queries.panel_table(case, today, announced_only=not inside and Side.PANEL not in sides)
    talks = inside or Side.INSTITUTION in sides
    challenges = list(queries.challenges_of(case)) if talks else []
    context = {
        "case": case,
        "inside": inside,
        "talks": talks,
        "forming": forming,
        "rows": rows,
        "announced": any(row.seat for row in rows),
        "challenges": challenges,
        "window": queries.challenge_window(case, today, challenges) if talks else [],
        "move": move,
        **(_candidates(request, case, rows, today) if forming else {}),
    }
    return render(request, "reviews/panel.html", context)


def _candidates(request, case, rows, today):
    """Who could take the chosen free seat, the fit first."""
    free = list(dict.fromkeys(row.role for row in rows if row.seat is None))
    if not free:
        return {}
    role = request.GET.get("role") if request.GET.get("role") in free else free[0]
    found = queries.candidates_of(case, role, day=queries.day_of_visit(case, today), today=today)
    for candidate in found:
        candidate.why, candidate.why_not = why(candidate), why_not(candidate)
    return {"free": [(key, seat_name(key)) for key in free], "role": role, "role_name": seat_name(role), "candidates": found}


@login_required
@require_POST
@answers
def propose(request, number):
    """Ask an expert to take a seat."""
    case, _sides = case_for(request, number, rules.reads_whole_panel)
    only(is_coordinator.holds, request, case)
    chosen = request.POST.get("expert", "")
    expert = get_object_or_404(Expert, pk=chosen if chosen.isdigit() else 0, appointment__body_id=case.agency_id)
    role = request.POST.get("role", "")
    services.propose_expert(case, role=role, expert=expert, by=request.acting, now=clock.now(), today=clock.today())
    return redirect("reviews:panel", number)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@answers
def withdraw(request, number, seat):
    """Take an expert off a seat, with a reason."""
    case, _sides = case_for(request, number, rules.reads_whole_panel)
    only(is_coordinator.holds, request, case)
    held = get_object_or_404(
        Seat.objects.filter(case=case, vacated_at=None).select_related("case", "expert__appointment__person", "participation"), pk=seat
    )
    form = WithdrawForm(request.POST or None)
    if form.is_valid() and tried(
        form, lambda: services.withdraw_expert(held, why=form.cleaned_data["why"], by=request.acting, now=clock.now())
    ):
        return redirect("reviews:panel", number)
    context = {"case": case, "seat": held, "form": form}
    return render(request, "reviews/withdraw.html", context, status=422 if form.is_bound else 200)


@login_required
@require_safe
def challenge_evidence(request, number, challenge):
    """The document that the institution handed in with its challenge."""
    case, _sides = case_for(request, number, lambda sides: bool({Side.AGENCY, Side.INSTITUTION} & sides))
    filed = get_object_or_404(Challenge.objects.select_related("evidence"), pk=challenge, seat__case=case)
    if filed.evidence is None:
        raise Http404
    return serve(filed.evidence.versions.order_by("-number").first())
