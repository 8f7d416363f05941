"""The register as open data, with the same filters as its page."""

from django.http import Http404, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tarazy.external.register import opendata, queries
from tarazy.external.register.views.search import asked, bound
from tarazy.ground.foundation.errors import Refusal
from tarazy.ground.ui.errors import unprocessable

TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


@require_safe
def data(request, kind):
    """Every published decision that answers the filters, streamed as CSV or JSON."""
    if kind not in TYPES:
        raise Http404
    form, _regions = bound(request)
    if not form.is_valid():
        return unprocessable(request, [Refusal(_("A filter in the address makes no sense: choose again on the page of the register."))])
    wanted = asked(form)
    lines = opendata.lines(queries.found(wanted), on=wanted.on)
    written = opendata.as_csv(lines) if kind == "csv" else opendata.as_json(lines, on=wanted.on)
    response = StreamingHttpResponse(written, content_type=TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="register-{wanted.on.isoformat()}.{kind}"'
    response["Access-Control-Allow-Origin"] = "*"
    return response
