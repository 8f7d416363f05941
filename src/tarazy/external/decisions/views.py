"""The council's pages: sessions, a question with its pack and ballot, and the decision as each side may read it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tarazy.external.cases.models import CaseDocument
from tarazy.external.cases.views.doors import answers, case_for, move_at
from tarazy.external.decisions import queries, rules, services
from tarazy.external.decisions.forms import CouncilVoteForm
from tarazy.external.decisions.models import Session
from tarazy.external.decisions.queries import question as page
from tarazy.external.decisions.states import Part
from tarazy.external.decisions.wording import outcome_with_term
from tarazy.ground.documents.views import serve
from tarazy.ground.foundation import clock

PAPERS = ("conclusion", "presentation", "council_decision")
STEPS = ("council_vote", "council_decision")


@login_required
@require_safe
def sessions(request):
    """The council's sessions, coming ones first."""
    today = clock.today()
    seen = Session.objects.visible_to(request.acting).select_related("agency").prefetch_related("questions")
    if request.acting is None or request.acting.role not in (*page.COUNCIL_ROLES,):
        raise Http404
    coming = sorted((one for one in seen if one.held_on >= today), key=lambda one: one.held_on)
    context = {"coming": coming, "past": [one for one in seen if one.held_on < today]}
    return render(request, "decisions/sessions.html", context)


@login_required
@require_safe
def session(request, pk):
    """One session and its agenda."""
    found = get_object_or_404(Session.objects.visible_to(request.acting).select_related("agency"), pk=pk)
    return render(request, "decisions/session.html", {"session": found, "agenda": page.agenda_of(found, request.acting)})


@login_required
@require_safe
def question(request, number):
    """A question with its pack, its ballot and its council."""
    case, sides = case_for(request, number, rules.reads_question)
    found = queries.current_question(case)
    if found is None or not rules.sees_papers(sides, found):
        raise Http404
    return render(request, "decisions/question.html", _question(request, case, found))


def _question(request, case, found, form=None):
    rows = page.members_of(found, request.acting)
    own = next((row.ballot for row in rows if row.you and row.part != Part.RECUSED), None)
    if form is None and own and found.is_open:
        form = CouncilVoteForm(case=case, by=request.acting, question=found, initial={"vote": own.vote, "note": own.note})
    count = page.count_shown(found, case, rows)
    return {
        "case": case,
        "question": found,
        "agenda": page.agenda_of(found.session, request.acting),
        "rows": rows,
        "recused": [row for row in rows if row.part == Part.RECUSED],
        "count": count,
        "own": own,
        "form": form,
        "round": case.run.steps.get(key="council_vote").round,
        "proposed": outcome_with_term(case, found.pack["conclusion"]["proposes"]),
        "papers": page.papers_of(case),
        "judgements": page.judgement_table(case),
        "precedents": page.precedents_of(case),
        "move": _move(request, case, form),
    }


def _move(request, case, form):
    """Whose move it is; a voter's leads to the ballot on this page."""
    move = move_at(request, case, *STEPS)
    if move and move["mine"] and form is not None:
        move |= {"url": "#ballot-h", "action": _("Go to the ballot")}
    return move


@login_required
@require_POST
@answers
def ballot(request, number):
    """A member who has voted votes anew, or steps aside, while the ballot is open."""
    case, _sides = case_for(request, number, rules.reads_question)
    outcome = request.POST.get("outcome", "vote")
    form = CouncilVoteForm(request.POST, case=case, by=request.acting, outcome=outcome)
    if request.acting.role != "council_member" or outcome not in ("vote", "recuse"):
        raise PermissionDenied
    if not form.is_valid():
        return render(request, "decisions/question.html", _question(request, case, queries.current_question(case), form), status=422)
    services.change_ballot(case, by=request.acting, outcome=outcome, data=form.cleaned_data, now=clock.now())
    if outcome == "recuse":
        messages.success(request, _("You are recused; the case is no longer open to you."))
        return redirect("decisions:sessions")
    messages.success(request, _("Your vote is changed."))
    return redirect("decisions:question", number=case.number)


@login_required
@require_safe
def paper(request, number, step):
    """The conclusion, the presentation or the minutes, as the newest question has them."""
    case, sides = case_for(request, number, rules.reads_question)
    held = CaseDocument.objects.filter(case=case, step=step, sides__overlap=sorted(sides)).exists()
    version = queries.paper(case, step) if step in PAPERS and held else None
    if version is None:
        raise Http404
    return serve(version)


@login_required
@require_safe
def report(request, number):
    """The very version of the report that the question was put on."""
    case, sides = case_for(request, number, rules.reads_question)
    found = queries.current_question(case)
    version = queries.frozen_report(case, found) if found and rules.sees_papers(sides, found) else None
    if version is None:
        raise Http404
    return serve(version)


@login_required
@require_safe
def decision(request, number):
    """The decision: outcome and term for all who were told, grounds and letter for the institution, votes for nobody here."""
    case, sides = case_for(request, number, bool)
    found = queries.standing_decision(case)
    if not rules.reads_decision(sides, found):
        raise Http404
    context = {
        "case": case,
        "decision": found,
        "outcome": outcome_with_term(case, found.outcome),
        "grounds_shown": rules.reads_grounds(sides),
        "council_shown": rules.reads_question(sides),
        "move": move_at(request, case, "notice", "appeal_window", "appeal_ruling"),
    }
    return render(request, "decisions/decision.html", context)


@login_required
@require_safe
def notice(request, number):
    """The letter to the institution."""
    case, _sides = case_for(request, number, rules.reads_grounds)
    found = queries.standing_decision(case)
    if found is None or found.notice_id is None:
        raise Http404
    return serve(found.notice.latest)
