"""What the agency downloads to send on: the submission to DEQAR, the letter and the table for the ministry."""

import csv

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from tarazy.external.cases.models import Case
from tarazy.external.cases.rules import sides_of
from tarazy.external.cases.states import Side
from tarazy.external.register import ministry, queries
from tarazy.external.register.deqar import payload
from tarazy.external.register.opendata import cell
from tarazy.ground.documents.typeset import typeset
from tarazy.ground.foundation import clock
from tarazy.ground.foundation.text import LANGUAGES


@login_required
@require_safe
def deqar(request, number):
    """The object for DEQAR's submission API; it may still lack what the step's page names."""
    entry = _published(request, number)
    response = JsonResponse(payload(entry), json_dumps_params={"ensure_ascii": False, "indent": 2})
    return _saved_as(response, f"deqar-{number}.json")


@login_required
@require_safe
def ministry_letter(request, number, language):
    """The letter to the ministry in one language."""
    entry = _published(request, number)
    if language not in LANGUAGES:
        raise Http404
    data = ministry.letter(entry, by=request.acting, on=clock.today(), address=_address(entry), language=language)
    letter = typeset("documents/letter.typ", data, language=language)
    return _saved_as(HttpResponse(letter, content_type="application/pdf"), f"ministry-{number}-{language}.pdf")


@login_required
@require_safe
def ministry_table(request, number):
    """The same facts as CSV."""
    entry = _published(request, number)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    writer = csv.writer(response)
    writer.writerows([cell(text) for text in line] for line in ministry.table(entry, address=_address(entry)))
    return _saved_as(response, f"ministry-{number}.csv")


def _published(request, number):
    """The entry of a case of the reader's own agency; 404 for everybody else and before publication."""
    case = get_object_or_404(Case.objects.visible_to(request.acting), number=number)
    entry = queries.entry_of(case)
    if entry is None or Side.AGENCY not in sides_of(request.acting, case):
        raise Http404
    return entry


def _address(entry):
    return settings.SITE_ADDRESS + entry.get_absolute_url()


def _saved_as(response, name):
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
