"""The public library: sets by level, a set, a standard with its criteria, search, and export."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tarazy.reference.standards import package, queries
from tarazy.reference.standards.forms import SearchForm
from tarazy.reference.standards.models import StandardsSet
from tarazy.reference.standards.names import LEVEL_NAMES, grouped

MOST_FOUND = 50


@require_safe
def library(request):
    """All sets by level, or what a search found."""
    form = SearchForm(request.GET or None)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    context = {"form": form, "words": words, "crumbs": [(_("Standards"), "")]}
    if words:
        standards, criteria = queries.search(words)
        context |= {"standards": standards[:MOST_FOUND], "criteria": criteria[:MOST_FOUND], "most": MOST_FOUND}
    else:
        context["levels"] = grouped(queries.library())
    return render(request, "standards/library.html", context)


@require_safe
def show_set(request, key, version=None):
    """One version of a set, the newest where none is named."""
    chosen = _set_or_404(key, version)
    context = {
        "chosen": chosen,
        "standards": queries.standards_of(chosen),
        "versions": StandardsSet.objects.filter(key=key).order_by("-loaded_at"),
        "levels": [LEVEL_NAMES[level] for level in chosen.levels],
        "crumbs": [(_("Standards"), reverse("standards:library")), (chosen.title, "")],
    }
    return render(request, "standards/set.html", context)


@require_safe
def show_standard(request, key, version, number):
    """One standard with its criteria, and its neighbours."""
    chosen = _set_or_404(key, version)
    standards = list(queries.standards_of(chosen))
    places = [place for place, standard in enumerate(standards) if standard.number == number]
    if not places:
        raise Http404
    place = places[0]
    context = {
        "chosen": chosen,
        "standard": standards[place],
        "before": standards[place - 1] if place else None,
        "after": standards[place + 1] if place + 1 < len(standards) else None,
        "crumbs": [(_("Standards"), reverse("standards:library")), (chosen.title, chosen.get_absolute_url()), (number, "")],
    }
    return render(request, "standards/standard.html", context)


@require_safe
def export_yaml(_request, key, version):
    """The set's package as YAML."""
    exported = queries.package_from(_set_or_404(key, version))
    return _file(exported, exported.as_yaml(), "application/yaml", f"{key}-{version}.yaml")


@require_safe
def export_json(_request, key, version):
    """The set's package as JSON, the same content."""
    exported = queries.package_from(_set_or_404(key, version))
    return _file(exported, exported.as_json(), "application/json", f"{key}-{version}.json")


@require_safe
def schema(_request):
    """The format of a package as JSON schema."""
    return JsonResponse(package.schema(), content_type="application/schema+json", json_dumps_params={"indent": 2, "ensure_ascii": False})


def _file(exported, text, media_type, name):
    headers = {
        "X-Package-Checksum": f"sha256:{exported.checksum}",
        "Content-Disposition": f'attachment; filename="{name}"',
    }
    return HttpResponse(text, content_type=f"{media_type}; charset=utf-8", headers=headers)


def _set_or_404(key, version):
    chosen = queries.set_in_version(key, version)
    if chosen is None:
        raise Http404
    return chosen
