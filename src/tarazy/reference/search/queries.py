"""Searching the index: what has the words, in the order of how well it fits, and how much of it there is in each facet."""

from dataclasses import dataclass, field

from tarazy.reference.search.matching import FACETS, Share, first_of, shares
from tarazy.reference.search.meaning import meant
from tarazy.reference.search.models import Entry, Posting, Source, Volume
from tarazy.reference.search.volumes import facets_of


@dataclass(slots=True)
class Result:
    """`entries` in the order of how well they fit, `counts[facet][value]`, and how many there are in all."""

    entries: list[Entry] = field(default_factory=list)
    counts: dict[str, dict[str, int]] = field(default_factory=lambda: {facet: {} for facet in FACETS})
    total: int = 0


def find(text, *, most=50, **chosen):
    """What has every word of `text`, in whichever language and however it is typed; `chosen` narrows by level, actor, kind.

    A word that nothing begins with is read once more as if typed on the other keyboard, then with one letter wrong. Costs at
    most five queries, and one or two for each word that is forgiven. A facet's counts are those that choosing a value gives.
    """
    groups = meant(text)
    result = Result()
    if not groups or not all(groups):
        return result
    found = _shares(groups)
    result.total = sum(one.counted(result.counts, chosen) for one in found)
    if result.total:
        first = first_of([one.narrowed(chosen) for one in found], most)
        entries = {one.pk: one for one in Entry.objects.filter(pk__in=first)}
        result.entries = [entries[pk] for pk in first if pk in entries]  # a source may have been replaced meanwhile
    return result


def _shares(groups):
    """What each volume has of all groups."""
    stems = set().union(*groups)
    postings = Posting.objects.filter(stem__in=stems).values_list("volume_id", "stem", "skipped", "anywhere", "in_title")
    by_fit = shares(groups, postings)
    volumes = Volume.objects.filter(pk__in=by_fit).order_by("pk").values_list("pk", "facets") if by_fit else ()
    return [Share(pk, by_fit[pk], facets_of(facets)) for pk, facets in volumes]


def unknown(sources):
    """Those of these sources of which the index has nothing."""
    return set(sources) - set(Source.objects.filter(name__in=sources).values_list("name", flat=True))


def sources_of(prefix):
    """The names of the sources that begin like this."""
    return set(Source.objects.filter(name__startswith=prefix).values_list("name", flat=True))
