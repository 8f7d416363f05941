"""How limits of a plan are written."""

from django import template
from django.utils.translation import ngettext

from tarazy.reference.agencies.rulebook.rule import cited

register = template.Library()
register.filter("cited", cited)


@register.filter
def limit(within):
    """A limit from a plan's outline as words ("10 working days"); "" where there is none or its number is unknown."""
    if not within or within["count"] is None:
        return ""
    count = within["count"]
    words = {
        "working_days": ngettext("%(count)s working day", "%(count)s working days", count),
        "days": ngettext("%(count)s day", "%(count)s days", count),
        "months": ngettext("%(count)s month", "%(count)s months", count),
    }
    return words[within["unit"]] % {"count": count}


@register.filter
def item(mapping, key):
    """The value under `key`."""
    return mapping[key]
