"""A set, a standard, the versions of a set and what differs between two of them."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.text import reader_language
from tarazy.reference.standards import compare, queries
from tarazy.reference.standards.beside import parts_of
from tarazy.reference.standards.names import CHANGE_NAMES, FIELD_NAMES, LEVEL_NAMES


@require_safe
def show_set(request, key, version=None):
    """One version of a set, the newest where none is named."""
    chosen = set_or_404(key, version)
    context = {
        "chosen": chosen,
        "standards": queries.counted_standards_of(chosen),
        "versions": queries.versions_of(key),
        "levels": [LEVEL_NAMES[level] for level in chosen.levels],
        "today": clock.today(),
        "others": queries.others_than(chosen),
        "crumbs": [(_("Standards"), reverse("standards:library")), (chosen.title, "")],
    }
    return render(request, "standards/set.html", context)


@require_safe
def show_standard(request, key, version, number):
    """One standard with its criteria, what other rooms show beside it, and the standards before and after."""
    chosen = set_or_404(key, version)
    standards = list(queries.standards_of(chosen))
    place = next((place for place, standard in enumerate(standards) if standard.number == number), None)
    if place is None:
        raise Http404
    context = {
        "chosen": chosen,
        "standard": standards[place],
        "beside": parts_of(standards[place]),
        "before": standards[place - 1] if place else None,
        "after": standards[place + 1] if place + 1 < len(standards) else None,
        "crumbs": [(_("Standards"), reverse("standards:library")), (chosen.title, chosen.get_absolute_url()), (number, "")],
    }
    return render(request, "standards/standard.html", context)


@require_safe
def versions(request, key):
    """All versions of a set, what holds when, and the way to their differences."""
    found = queries.versions_of(key)
    if not found:
        raise Http404
    steps = [(one, found[place + 1] if place + 1 < len(found) else None) for place, one in enumerate(found)]
    crumbs = [
        (_("Standards"), reverse("standards:library")),
        (found[0].title, reverse("standards:set", args=[key])),
        (pgettext("standards", "Versions"), ""),
    ]
    return render(request, "standards/versions.html", {"chosen": found[0], "steps": steps, "today": clock.today(), "crumbs": crumbs})


@require_safe
def difference(request, key, old, new):
    """What differs between two versions of a set, by criterion and by word, in the reader's language."""
    before, after = set_or_404(key, old), set_or_404(key, new)
    contents = [queries.package_from(one).content for one in (before, after)]
    context = {
        "before": before,
        "after": after,
        **told_difference(*contents),
        "crumbs": [
            (_("Standards"), reverse("standards:library")),
            (after.title, after.get_absolute_url()),
            (pgettext("standards", "Versions"), reverse("standards:versions", args=[key])),
            (f"{old} → {new}", ""),
        ],
    }
    return render(request, "standards/difference.html", context)


def _told(change, code):
    """A change as a page shows it: what it is called, its number before and now, its fields with the runs of words in `code`.

    A field that differs in other languages only is named with those languages instead.
    """
    fields = [
        (FIELD_NAMES[one.name], one.languages.get(code, ()), [] if code in one.languages else list(one.languages)) for one in change.fields
    ]
    return {"kind": change.kind, "name": CHANGE_NAMES[change.kind], "change": change, "fields": fields}


def told_difference(before, after):
    """What leads from one content to another, as a page shows it: `counts`, `whole` (the set's own change) and `standards`."""
    changes, code = compare.difference(before, after), reader_language()
    counts = compare.counted(changes)
    return {
        "counts": [(CHANGE_NAMES[kind], count) for kind, count in counts.items()],
        "whole": _told(compare.of_set(before, after), code),
        "standards": [
            (_told(one.own, code), [_told(part, code) for part in one.criteria if part.kind != "same"]) for one in changes if one.differs
        ],
        "sources": counts["source"],
    }


def set_or_404(key, version=None):
    """The set in this version, the newest where none is named."""
    chosen = queries.set_in_version(key, version)
    if chosen is None:
        raise Http404
    return chosen
