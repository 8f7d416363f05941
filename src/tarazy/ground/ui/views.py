"""The living style guide: one page for each group of components, in the reader's language."""

from django.http import Http404
from django.shortcuts import render

from tarazy.ground.ui import examples


def guide(request, group="foundations"):
    """One group of components with its examples; 404 for a group that does not exist."""
    groups = examples.groups()
    if group not in groups:
        raise Http404
    context = {"groups": groups, "group": group, "title": groups[group], **examples.of(group, request.GET)}
    return render(request, f"ui/guide/{group}.html", context)
