"""An organisation, a decision and their files, as everybody reads them. Only what is published is here."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from tarazy.external.register import queries
from tarazy.external.register.models import Certificate, Entry
from tarazy.external.register.queries.organisation import report_of
from tarazy.external.register.rules import may_change
from tarazy.ground.documents.views import serve
from tarazy.ground.foundation import clock


@require_safe
def organisation(request, bin):  # noqa: A002 (the number's own name)
    """An organisation with published decisions. Any other number gets one and the same answer: nothing is published."""
    entries = list(queries.published_entries(bin))
    if not entries:
        return render(request, "register/unknown_organisation.html", {"bin": bin[:20]}, status=404)
    return render(request, "register/organisation.html", queries.organisation_page(entries, on=clock.today()))


@require_safe
def entry(request, pk):
    """One published decision with its report, its certificate and what became of it."""
    found = get_object_or_404(Entry.objects.to_show().prefetch_related("report__versions"), pk=pk)
    today = clock.today()
    context = {
        "entry": found,
        "institution": found.institution,
        "standing": queries.standing(found, today),
        "changes": found.certificate.changes.all() if found.certificate else (),
        "may_change": found.certificate and may_change(request.acting, found.decision.case),
        **report_of(found, on=today),
    }
    return render(request, "register/entry.html", context)


@require_safe
def report(request, pk):
    """The report of a published decision, in the version that was published."""
    version = get_object_or_404(Entry.objects.prefetch_related("report__versions"), pk=pk).report_version
    if version is None:
        raise Http404
    return _open_to_all(version)


@require_safe
def certificate_file(request, pk, language):
    """The certificate of a published decision in one language (R265)."""
    certificate = get_object_or_404(Certificate.objects.filter(entry__isnull=False), pk=pk)
    version = certificate.document.versions.filter(language=language).order_by("-number").first()
    if version is None:
        raise Http404
    return _open_to_all(version)


def _open_to_all(version):
    """A published file may be kept by anybody on the way; it never changes."""
    response = serve(version)
    response["Cache-Control"] = "public, max-age=3600"
    return response
