"""Quality by level and who does what; from each paragraph of the Guidelines to what carries it in the platform."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tarazy.reference.guidelines import provisions, queries
from tarazy.reference.guidelines.links import Links
from tarazy.reference.standards import queries as standards
from tarazy.reference.standards.names import ACTOR_NAMES, FOUND_NAMES


@require_safe
def index(request):
    """All levels."""
    context = {"levels": provisions.levels().values(), "crumbs": [(_("Standards"), reverse("standards:library")), (_("Guidelines"), "")]}
    return render(request, "guidelines/index.html", context)


@require_safe
def level(request, key):
    """Quality at one level, who does what."""
    found = provisions.levels().get(key)
    if found is None:
        raise Http404
    sets = [one for one in standards.library() if key in one.levels]
    context = {
        "level": found,
        "parts": queries.parts_of(found),
        "sets": sets,
        "actors": ACTOR_NAMES,
        "kinds": FOUND_NAMES,
        "crumbs": [(_("Standards"), reverse("standards:library")), (_("Guidelines"), reverse("guidelines:index")), (found.title, "")],
    }
    return render(request, "guidelines/level.html", context)


@require_safe
def paragraphs(request):
    """From the Guidelines to the system: every paragraph, and the standards, provisions and pages that carry it."""
    crumbs = [(_("Standards"), reverse("standards:library")), (_("Guidelines"), reverse("guidelines:index")), (_("By paragraph"), "")]
    links = Links()
    rows = [(row.paragraph, links.of(row)) for row in queries.carried()]
    return render(request, "guidelines/paragraphs.html", {"rows": rows, "crumbs": crumbs})
