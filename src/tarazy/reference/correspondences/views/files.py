"""Correspondences as files: a set with its mappings as SKOS for others' tools, the format of a crosswalk."""

from django.views.decorators.http import require_safe

from tarazy.reference.correspondences import crosswalk, queries, skos
from tarazy.reference.standards.queries import package_from
from tarazy.reference.standards.views.files import as_file, as_schema
from tarazy.reference.standards.views.sets import set_or_404

MEDIA_TYPE = "application/ld+json; charset=utf-8"


@require_safe
def export(request, key, version):
    """The set as SKOS in JSON-LD, its correspondences as mappings: the same bytes from the same content."""
    chosen = set_or_404(key, version)
    exported = package_from(chosen)
    places = [(key, one["number"]) for one in exported.content["standards"]]
    page = request.build_absolute_uri(chosen.get_absolute_url())
    content = skos.graph(exported.content, queries.links_of(places), page=page)
    return as_file(content, MEDIA_TYPE, exported, f"{key}-{version}.jsonld")


@require_safe
def schema(_request):
    """The format of a crosswalk as JSON schema."""
    return as_schema(crosswalk.schema())
