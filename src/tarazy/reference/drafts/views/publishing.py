"""What a draft changes, what the public says of it, and its publication."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.text import Text, reader_language
from tarazy.ground.ui.forms import done
from tarazy.reference.drafts import queries, services
from tarazy.reference.drafts.forms import AnswerForm, PublishForm, PutOutForm
from tarazy.reference.drafts.gaps import gaps_in
from tarazy.reference.drafts.rules import may_publish
from tarazy.reference.drafts.views.access import crumbs_of, open_draft, own_draft
from tarazy.reference.standards.queries import package_from
from tarazy.reference.standards.views.sets import told_difference


@login_required
@require_safe
def changes(request, pk):
    """What the draft changes against the newest version, or against what it was copied from."""
    found = own_draft(request, pk)
    before = queries.before_of(found)
    if before is None:
        raise Http404
    context = {"draft": found, **_changes(before, found), "crumbs": crumbs_of(found, _("What changes"))}
    return render(request, "drafts/changes.html", context)


@login_required
@require_safe
def comments(request, pk):
    """Every comment on the draft."""
    found = own_draft(request, pk)
    rows = [(one, Text.of(one.said_of)) for one in queries.all_comments(found)]
    may = may_publish(request.acting, found.agency)
    context = {"draft": found, "rows": rows, "takes_comments": found.takes_comments(clock.today()), "may_publish": may}
    return render(request, "drafts/comments.html", {**context, "crumbs": crumbs_of(found, _("Comments"))})


@login_required
@require_http_methods(["GET", "POST"])
def put_out(request, pk):
    """Put the draft out for comment, move the last day, or close the comments."""
    found = _headed(request, pk)
    form = PutOutForm(
        request.POST if request.method == "POST" and "close" not in request.POST else None, initial={"until": found.comments_until}
    )
    act = {"draft": found, "by": request.acting, "now": clock.now(), "today": clock.today()}
    if request.method == "POST" and "close" in request.POST:
        services.close_comments(**act)
        messages.success(request, _("Comments are closed; those that were made stay readable."))
        return redirect("drafts:comments", found.pk)
    if request.method == "POST" and form.is_valid() and done(form, services.put_out, until=form.cleaned_data["until"], **act):
        messages.success(request, _("Everybody can read the draft now and comment on it."))
        return redirect("drafts:comments", found.pk)
    context = {"draft": found, "form": form, "takes_comments": found.takes_comments(clock.today())}
    context["crumbs"] = crumbs_of(found, _("Public comment"))
    return render(request, "drafts/put_out.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def answer(request, pk, comment):
    """Answer a comment."""
    found = own_draft(request, pk)
    one = get_object_or_404(found.comments, pk=comment)
    form = AnswerForm(request.POST or None)
    act = {"language": reader_language(), "by": request.acting, "now": clock.now()}
    if request.method == "POST" and form.is_valid() and done(form, services.answer_comment, comment=one, **form.cleaned_data, **act):
        messages.success(request, _("The answer is public."))
        return redirect("drafts:comments", found.pk)
    context = {"draft": found, "comment": one, "said_of": Text.of(one.said_of), "form": form, "crumbs": crumbs_of(found, _("Comments"))}
    return render(request, "drafts/answer.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def publish(request, pk):
    """See what changes and what it means, then publish."""
    found = own_draft(request, pk)
    if found.published_id:
        return redirect(found.published)
    found, today = _headed(request, pk), clock.today()
    start = {"seen": found.revision, "version": queries.next_version(found.key, today), "in_force_from": today}
    form = PublishForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        act = {"draft": found, "by": request.acting, "now": clock.now(), "today": today}
        made = done(form, services.publish, **form.cleaned_data, **act)
        if made:
            messages.success(request, _("Version %(version)s is published.") % {"version": made.version})
            return redirect(made)
    before = queries.before_of(found)
    context = {"draft": found, "form": form, "problems": gaps_in(found), "crumbs": crumbs_of(found, _("Publishing"))}
    context |= _changes(before, found) if before else {}
    return render(request, "drafts/publish.html", context, status=422 if form.errors else 200)


def _changes(before, draft):
    return {"before": before, **told_difference(package_from(before).content, draft.content)}


def _headed(request, pk):
    found = open_draft(request, pk)
    if not may_publish(request.acting, found.agency):
        raise PermissionDenied(_("Only the head of the agency publishes its standards and puts them out for comment."))
    return found
