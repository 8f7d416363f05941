"""The graph from a standard outwards, and the gaps between two sets."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tarazy.reference.correspondences import queries
from tarazy.reference.correspondences.drawing import drawn
from tarazy.reference.correspondences.models import Relation
from tarazy.reference.correspondences.rules import may_review
from tarazy.reference.standards.queries import library
from tarazy.reference.standards.views.sets import set_or_404


@require_safe
def graph(request, key, number):
    """What corresponds to a standard, two steps outwards: drawn, and as a table with reasons, authors and disputes."""
    found = queries.graph_from(key, number)
    here = found.nodes.get((key, number))
    if here is None:
        raise Http404
    chosen = here.standard.set
    context = {
        "here": here.standard,
        "drawing": drawn(found),
        "near": queries.neighbours(key, number, withdrawn=True),
        "further": [node for node in found.nodes.values() if node.step > 1],
        "relations": dict(Relation.choices),
        "may_review": may_review(request.acting),
        "crumbs": [
            (_("Standards"), reverse("standards:library")),
            (chosen.title, chosen.get_absolute_url()),
            (number, here.standard.get_absolute_url()),
            (_("Correspondences"), ""),
        ],
    }
    return render(request, "correspondences/graph.html", context)


@require_safe
def gaps(request, key, other):
    """What the first set does not cover of the other, standard by standard."""
    mine, theirs = set_or_404(key), set_or_404(other)
    rows = queries.coverage(mine, theirs)
    context = {
        "mine": mine,
        "theirs": theirs,
        "rows": rows,
        "relations": dict(Relation.choices),
        "missing": sum(not found for _standard, found in rows),
        "others": [one for one in library() if one.key != key],
        "crumbs": [
            (_("Standards"), reverse("standards:library")),
            (mine.title, mine.get_absolute_url()),
            (_("What it does not cover"), ""),
        ],
    }
    return render(request, "correspondences/gaps.html", context)
