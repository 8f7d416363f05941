"""Writing the report: its frame, one standard at a time, and the findings of each. Two who write at once lose nothing."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from tarazy.external.cases.states import Side
from tarazy.external.cases.views.doors import answers, case_for, move_at, only, tried
from tarazy.external.reviews import rules, services
from tarazy.external.reviews.forms.work import FindingForm, FrameForm, JudgementForm
from tarazy.external.reviews.models import Finding
from tarazy.external.reviews.queries import report as queries
from tarazy.ground.foundation import clock

METHODS = ["GET", "HEAD", "POST"]
STEPS = ("evaluation_report", "factual_answers")
FRAME = ("language", "context", "procedure", "overall", "revision")


def writable(request, number):
    """The case and its report, for a member of the panel; 404 for whoever does not read the draft."""
    case, _sides = case_for(request, number, lambda sides: Side.PANEL in sides)
    only(rules.is_on_panel, request, case)
    found = queries.report_of(case)
    if found is None:
        raise Http404
    found.case = case
    return case, found


def page(request, template, case, found, *, form, status=None, **more):
    """A page of the editor with its tree."""
    context = {
        "case": case,
        "report": found,
        "form": form,
        "tree": queries.editing_tree(case, found),
        "move": move_at(request, case, *STEPS),
    }
    return render(request, template, context | more, status=status or (422 if form.is_bound else 200))


def saved(form, act):
    """`(went through, their row)`: the row of somebody who saved the same text first, if there is one.

    The form then carries their revision, so that saving again is done in full knowledge of both texts.
    """
    try:
        return tried(form, act), None
    except services.Overtaken as overtaken:
        form.data = form.data.copy()
        form.data["revision"] = overtaken.theirs.revision
        return False, overtaken.theirs


@login_required
@require_http_methods(METHODS)
@answers
def frame(request, number):
    """Context, procedure, overall conclusions, language."""
    case, found = writable(request, number)
    form = FrameForm(request.POST or None, initial={name: getattr(found, name) for name in FRAME})
    theirs = None
    if form.is_valid():
        said = dict(form.cleaned_data)
        went, theirs = saved(form, lambda: services.write_frame(found, seen=said.pop("revision"), by=request.acting, **said))
        if went:
            return redirect("reviews:frame", number)
    return page(request, "reviews/frame.html", case, found, form=form, theirs=theirs, status=409 if theirs else None)


@login_required
@require_http_methods(METHODS)
@answers
def standard(request, number, standard):
    """The judgement and the analysis of one standard, with its findings."""
    case, found = writable(request, number)
    judgement = _judgement(found, standard)
    locked = found.signed_at is not None
    initial = {"level": judgement.level or JudgementForm.OPEN, "analysis": judgement.analysis, "revision": judgement.revision}
    form = JudgementForm(request.POST or None, scale=queries.scale_of(case), locked=locked, initial=initial)
    theirs = None
    if form.is_valid():
        went, theirs = saved(form, lambda: _judge(request, judgement, form.cleaned_data))
        if went:
            return redirect("reviews:standard", number, standard)
    findings = judgement.findings.select_related("criterion").order_by("pk")
    more = {"judgement": judgement, "findings": findings, "theirs": theirs, "locked": locked, "scale": queries.scale_of(case)}
    return page(request, "reviews/standard.html", case, found, form=form, status=409 if theirs else None, **more)


@login_required
@require_http_methods(METHODS)
@answers
def finding(request, number, standard, finding=None):
    """Add a finding, or change one."""
    case, found = writable(request, number)
    judgement = _judgement(found, standard)
    held = get_object_or_404(judgement.findings, pk=finding) if finding else None
    initial = {"kind": request.GET.get("kind")} if held is None and request.GET.get("kind") in Finding.Kind else {}
    form = FindingForm(request.POST or None, standard=judgement.standard, finding=held, initial=initial)
    theirs = None
    if form.is_valid():
        went, theirs = saved(form, lambda: _write(request, judgement, held, dict(form.cleaned_data)))
        if went:
            return redirect("reviews:standard", number, standard)
    more = {"judgement": judgement, "finding": held, "theirs": theirs}
    return page(request, "reviews/finding.html", case, found, form=form, status=409 if theirs else None, **more)


@login_required
@require_POST
@answers
def finding_remove(request, number, standard, finding):
    """Take a finding out of the report."""
    _case, found = writable(request, number)
    judgement = _judgement(found, standard)
    held = get_object_or_404(judgement.findings.select_related("judgement__report__case"), pk=finding)
    services.remove_finding(held, by=request.acting)
    return redirect("reviews:standard", number, standard)


def _judgement(found, number):
    judgement = queries.judgement_called(found, number)
    if judgement is None:
        raise Http404
    return judgement


def _judge(request, judgement, said):
    services.judge_standard(
        judgement, level=said["level"], analysis=said["analysis"], seen=said["revision"], by=request.acting, now=clock.now()
    )


def _write(request, judgement, held, said):
    kind, seen = said.pop("kind"), said.pop("revision")
    if held is None:
        services.add_finding(judgement, kind=kind, by=request.acting, **said)
    else:
        services.change_finding(held, seen=seen, by=request.acting, **said)
