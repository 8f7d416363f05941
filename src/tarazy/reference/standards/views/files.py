"""The library as files: packages as YAML, JSON and Excel, as SKOS for others' tools, printed as PDF; the formats' schemas."""

from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from tarazy.ground.documents.typeset import typeset
from tarazy.ground.foundation.text import reader_language
from tarazy.reference.standards import crosswalk, package, queries, sheet, skos
from tarazy.reference.standards.printed import printed
from tarazy.reference.standards.views.sets import set_or_404

MEDIA_TYPES = {
    "yaml": "application/yaml; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "jsonld": "application/ld+json; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


@require_safe
def export(request, key, version, ending):
    """The set as a file: the same bytes from the same content. A PDF is in the reader's language."""
    if ending not in MEDIA_TYPES:
        raise Http404
    chosen = set_or_404(key, version)
    exported = queries.package_from(chosen)
    content = _content(request, chosen, exported, ending)
    name = f"{key}-{version}-{reader_language()}.pdf" if ending == "pdf" else f"{key}-{version}.{ending}"
    headers = {"X-Package-Checksum": f"sha256:{exported.checksum}", "Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=MEDIA_TYPES[ending], headers=headers)


def _content(request, chosen, exported, ending):
    match ending:
        case "yaml":
            return exported.as_yaml()
        case "json":
            return exported.as_json()
        case "xlsx":
            return sheet.written(exported)
        case "jsonld":
            page = request.build_absolute_uri(chosen.get_absolute_url())
            places = [(chosen.key, one["number"]) for one in exported.content["standards"]]
            return skos.graph(exported.content, queries.links_of(places), page=page)
    return typeset("standards/set.typ", printed(chosen, exported.content), language=reader_language())


@require_safe
def schema(_request):
    """The format of a package as JSON schema."""
    return _schema(package.schema())


@require_safe
def crosswalk_schema(_request):
    """The format of a crosswalk as JSON schema."""
    return _schema(crosswalk.schema())


def _schema(found):
    return JsonResponse(found, content_type="application/schema+json", json_dumps_params={"indent": 2, "ensure_ascii": False})
