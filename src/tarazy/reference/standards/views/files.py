"""The library as files: packages as YAML, JSON and Excel, printed as PDF; the format's schema."""

from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from tarazy.ground.documents.typeset import typeset
from tarazy.ground.foundation.text import reader_language
from tarazy.reference.standards import package, queries, sheet
from tarazy.reference.standards.printed import printed
from tarazy.reference.standards.views.sets import set_or_404

MEDIA_TYPES = {
    "yaml": "application/yaml; charset=utf-8",
    "json": "application/json; charset=utf-8",
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
    name = f"{key}-{version}-{reader_language()}.pdf" if ending == "pdf" else f"{key}-{version}.{ending}"
    return as_file(_content(chosen, exported, ending), MEDIA_TYPES[ending], exported, name)


def as_file(content, media_type, exported, name):
    """The answer that brings a package, in whatever form, as a file of this name."""
    headers = {"X-Package-Checksum": f"sha256:{exported.checksum}", "Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)


def _content(chosen, exported, ending):
    match ending:
        case "yaml":
            return exported.as_yaml()
        case "json":
            return exported.as_json()
        case "xlsx":
            return sheet.written(exported)
    return typeset("standards/set.typ", printed(chosen, exported.content), language=reader_language())


@require_safe
def schema(_request):
    """The format of a package as JSON schema."""
    return as_schema(package.schema())


def as_schema(found):
    """The answer that brings a JSON schema."""
    return JsonResponse(found, content_type="application/schema+json", json_dumps_params={"indent": 2, "ensure_ascii": False})
