"""What the public sees: drafts that wait for comments, a draft to read, a criterion to comment on."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.text import Text, reader_language
from tarazy.ground.ui.forms import done
from tarazy.reference.drafts import content, queries, services
from tarazy.reference.drafts.forms import CommentForm
from tarazy.reference.drafts.models import Draft


@require_safe
def put_out_now(request):
    """Drafts on which everybody may comment today."""
    crumbs = [(_("Standards"), reverse("standards:library")), (_("Open for comment"), "")]
    return render(request, "drafts/open.html", {"drafts": queries.put_out(clock.today()), "crumbs": crumbs})


@require_safe
def read(request, pk):
    """A draft that was put out, with the comments and the answers that are public."""
    found = _put_out(pk)
    said, earlier = queries.remarks_of(found)
    standards = [
        (
            one,
            Text.of(one["title"]),
            Text.of(one["purpose"]),
            said.get(one["number"], []),
            [(part, said.get(part.number, [])) for part in parts],
        )
        for one in found.content["standards"]
        for parts in [queries.criteria_of(one)]
    ]
    context = {
        "draft": found,
        "summary": Text.of(found.content["summary"]),
        "standards": standards,
        "earlier": earlier,
        "open": found.takes_comments(clock.today()),
    }
    return render(request, "drafts/read.html", {**context, "crumbs": _crumbs(found)})


@require_http_methods(["GET", "POST"])
def comment(request, pk, number):
    """Comment on a standard or criterion of a draft."""
    found = _put_out(pk)
    said_of = content.said_under(found.content, number)
    if request.method != "POST" and (said_of is None or not found.takes_comments(clock.today())):
        raise Http404
    form = CommentForm(request.POST or None, person=request.acting)
    if request.method == "POST" and form.is_valid():
        values = {"name": "", **form.cleaned_data, "number": number, "language": reader_language()}
        if done(form, services.comment, draft=found, **values, by=request.acting, now=clock.now(), today=clock.today()):
            thanks = (
                _("Your comment is public.") if request.acting else _("Thank you. Your comment is shown when the agency has answered it.")
            )
            messages.success(request, thanks)
            return redirect(f"{reverse('drafts:read', args=[found.pk])}#c{number}")
    context = {"draft": found, "number": number, "said_of": Text.of(said_of), "form": form, "crumbs": _crumbs(found, number)}
    return render(request, "drafts/comment.html", context, status=422 if form.errors else 200)


def _put_out(pk):
    found = get_object_or_404(Draft.objects.select_related("agency", "published"), pk=pk)
    if not found.was_put_out(clock.today()):
        raise Http404
    return found


def _crumbs(found, *last):
    page = reverse("drafts:read", args=[found.pk]) if last else ""
    start = [(_("Standards"), reverse("standards:library")), (_("Open for comment"), reverse("drafts:open")), (found.title, page)]
    return [*start, *((one, "") for one in last)]
