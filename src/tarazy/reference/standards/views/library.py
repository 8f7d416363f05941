"""The library's first page, and what a search found."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from tarazy.reference.search import queries as search
from tarazy.reference.standards import queries
from tarazy.reference.standards.forms import SearchForm
from tarazy.reference.standards.names import ACTOR_NAMES, ENTRY_NAMES, FOUND_NAMES, LEVEL_NAMES, grouped

MOST_FOUND = 50
FACETS = (("level", LEVEL_NAMES), ("kind", FOUND_NAMES), ("actor", ACTOR_NAMES))


@require_safe
def library(request):
    """All sets by level."""
    if request.GET.get("q"):
        return redirect(f"{reverse('standards:find')}?{request.GET.urlencode()}")
    context = {"form": SearchForm(), "levels": grouped(queries.library()), "crumbs": [(_("Standards"), "")]}
    return render(request, "standards/library.html", context)


@require_safe
def find(request):
    """What a search found, best first, narrowed by level, kind and actor."""
    form = SearchForm(request.GET)
    said = form.cleaned_data if form.is_valid() else {}
    words = said.get("q", "")
    chosen = {facet: said.get(facet, "") for facet, _names in FACETS}
    result = search.find(words, most=MOST_FOUND, **chosen)
    context = {
        "form": form,
        "words": words,
        "result": result,
        "entries": [(one, ENTRY_NAMES.get(one.kind, one.kind)) for one in result.entries],
        "facets": [_facet(request, facet, names, result.counts[facet], chosen) for facet, names in FACETS],
        "most": MOST_FOUND,
        "crumbs": [(_("Standards"), reverse("standards:library")), (pgettext("page", "Search"), "")],
    }
    return render(request, "standards/find.html", context, status=422 if form.errors else 200)


def _facet(request, facet, names, counts, chosen):
    """The name of a facet and, for each of its values that anything has, the link that chooses it and the count."""
    links = []
    for value, name in names.items():
        if value in counts or value == chosen[facet]:
            links.append((name, counts.get(value, 0), _address(request, facet, value), value == chosen[facet]))
    return {"key": facet, "links": links, "all": _address(request, facet, ""), "chosen": chosen[facet]}


def _address(request, facet, value):
    wanted = request.GET.copy()
    wanted.pop(facet, None)
    if value:
        wanted[facet] = value
    return f"?{wanted.urlencode()}"
