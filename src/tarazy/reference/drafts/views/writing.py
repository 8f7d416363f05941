"""A draft's page and the pages on which it is written."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.foundation.text import Text
from tarazy.ground.ui.forms import done
from tarazy.reference.drafts import content, queries, services
from tarazy.reference.drafts.forms import CriterionForm, HeadForm, StandardForm
from tarazy.reference.drafts.gaps import gaps_in
from tarazy.reference.drafts.rules import may_publish
from tarazy.reference.drafts.views.access import crumbs_of, open_draft, own_draft


@login_required
@require_safe
def draft(request, pk):
    """Everything of a draft: what stands where, what is missing, what comes next."""
    found = own_draft(request, pk)
    context = {
        "draft": found,
        "standards": _shown(found),
        "problems": [] if found.published_id else gaps_in(found),
        "waiting": found.comments.filter(answered_at=None).count(),
        "before": queries.before_of(found),
        "fixed": (fixed := queries.why_fixed(found, clock.today())),
        "editable": not (found.published_id or fixed),
        "may_publish": may_publish(request.acting, found.agency),
        "crumbs": crumbs_of(found),
    }
    return render(request, "drafts/draft.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def head(request, pk):
    """What the set is called, for whom it is, what it rests on."""
    found = own_draft(request, pk)
    return _write(request, found, HeadForm, found.content, lambda part: {**found.content, **part}, _("About the set"))


@login_required
@require_http_methods(["GET", "POST"])
def standard(request, pk, place=None):
    """A standard, or a new one."""
    found = own_draft(request, pk)
    part = {} if place is None else content.standard_at(found.content, place)
    title = _("New standard") if place is None else _("Standard %(number)s") % {"number": (part or {}).get("number", place)}
    return _write(request, found, StandardForm, part, lambda said: content.with_standard(found.content, said, place), title)


@login_required
@require_http_methods(["GET", "POST"])
def criterion(request, pk, place, part=None):
    """A criterion of a standard, or a new one."""
    found = own_draft(request, pk)
    if part is None:
        there = None if content.standard_at(found.content, place) is None else {}
    else:
        there = content.criterion_at(found.content, place, part)
    number = (there or {}).get("number", f"{place}.{part}")
    title = _("New criterion") if part is None else _("Criterion %(number)s") % {"number": number}
    return _write(request, found, CriterionForm, there, lambda said: content.with_criterion(found.content, place, said, part), title)


@login_required
@require_POST
def arrange(request, pk):
    """Move or take out a standard or a criterion, or throw the draft away; each is one button with its place as value."""
    found = open_draft(request, pk)
    by = {"by": request.acting, "now": clock.now(), "today": clock.today()}
    try:
        if "throw" in request.POST:
            services.throw_away(found, **by)
            messages.success(request, _("The draft is gone."))
            return redirect("drafts:list")
        seen = int(request.POST.get("seen", "0"))
        new = _arranged(found.content, request.POST) if seen == found.revision else None
        services.change(found, new, seen=seen, **by)
    except (ValueError, IndexError) as error:
        raise Http404 from error
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect(found)


def _arranged(old, posted):
    """The content after the button that was pressed; `ValueError` or `IndexError` for a place that is none."""
    for name, act in (("up", content.moved), ("down", content.moved), ("out", content.without)):
        if name in posted:
            place, _dot, part = posted[name].partition(".")
            where = (int(place), int(part) if part else None)
            if content.standard_at(old, where[0]) is None or (part and content.criterion_at(old, *where) is None):
                raise IndexError
            return act(old, *where) if act is content.without else act(old, *where, up=name == "up")
    raise ValueError


def _write(request, found, form_class, part, changed, title):  # noqa: PLR0917 (one page, five users)
    """The page on which a part is written; saving keeps it, whole or not.

    Where the draft is published or its part gone since the page was opened, what was typed comes back with a sentence.
    """
    fixed = queries.why_fixed(found, clock.today())
    if request.method != "POST" and fixed:
        messages.error(request, fixed.text)
        return redirect(found)
    form = form_class(request.POST or None, initial={**form_class.start(part or {}), "seen": found.revision})
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        if part is None and seen == found.revision:
            raise Http404
        new = None if part is None else changed(form.part())
        act = {"by": request.acting, "now": clock.now(), "today": clock.today()}
        if done(form, services.change, draft=found, content=new, seen=seen, **act):
            messages.success(request, _("Kept."))
            return redirect(found)
    if not form.is_bound and (part is None or found.published_id):
        raise Http404
    context = {"draft": found, "form": form, "title": title, "crumbs": crumbs_of(found, title)}
    return render(request, "drafts/write.html", context, status=422 if form.errors else 200)


def _shown(found):
    return [(one, Text.of(one.get("title")), Text.of(one.get("purpose")), queries.criteria_of(one)) for one in found.content["standards"]]
