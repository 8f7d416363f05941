"""The graph from a standard outwards, and the gaps between two sets."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tarazy.reference.correspondences import queries
from tarazy.reference.correspondences.drawing import drawn, undrawn
from tarazy.reference.correspondences.rules import may_review
from tarazy.reference.standards.queries import others_than
from tarazy.reference.standards.views.sets import set_or_404


@require_safe
def graph(request, key, number):
    """What corresponds to a standard, two steps outwards: drawn, and listed with reasons, authors and disputes.

    Of more than a few the first are shown, with `?all=yes` all of them.
    """
    found = queries.graph_from(key, number)
    here = found.nodes.get((key, number))
    if here is None:
        raise Http404
    chosen, picture = here.standard.set, drawn(found)
    context = {
        "here": here.standard,
        "drawing": picture,
        "undrawn": undrawn(found, picture),
        **_listed(found, every="all" in request.GET),
        "may_review": may_review(request.acting),
        "crumbs": [
            (_("Standards"), reverse("standards:library")),
            (chosen.title, chosen.get_absolute_url()),
            (number, here.standard.get_absolute_url()),
            (_("Correspondences"), ""),
        ],
    }
    return render(request, "correspondences/graph.html", context)


def _listed(found, *, every):
    near, further = found.near, found.further
    shown = (near, further) if every else (queries.first_of(near), further[: queries.MOST_FURTHER])
    return {"near": shown[0], "all_near": near, "further": shown[1], "all_further": further}


@require_safe
def gaps(request, key, other):
    """What the first set does not cover of the other, standard by standard."""
    mine, theirs = set_or_404(key), set_or_404(other)
    rows = queries.coverage(mine, theirs)
    context = {
        "mine": mine,
        "theirs": theirs,
        "rows": rows,
        "missing": sum(not found for _standard, found in rows),
        "others": others_than(mine),
        "crumbs": [
            (_("Standards"), reverse("standards:library")),
            (mine.title, mine.get_absolute_url()),
            (_("What it does not cover"), ""),
        ],
    }
    return render(request, "correspondences/gaps.html", context)
