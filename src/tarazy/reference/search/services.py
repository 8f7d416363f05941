"""Putting things into the index."""

from dataclasses import dataclass

from django.db import transaction

from tarazy.ground.foundation.text import Text
from tarazy.reference.search.models import Entry, Stem
from tarazy.reference.search.words import stems_of


@dataclass(frozen=True, slots=True)
class Found:
    """What one entry says: `title` is shown and weighs most, `texts` are what else it is found by."""

    kind: str
    levels: tuple[str, ...]
    actor: str
    title: Text
    context: Text
    path: str
    number: str = ""
    texts: tuple[Text, ...] = ()


@transaction.atomic
def replace(sources):
    """Put the entries of each source (`{source: [Found, …]}`) in place of those that it has; no entries take it out."""
    Entry.objects.filter(source__in=list(sources)).delete()
    judged = [
        (source, place, one, stems_of(one.title), set().union(*map(stems_of, one.texts)) | stems_of(one.title))
        for source, ones in sources.items()
        for place, one in enumerate(ones)
    ]
    numbers = _numbered(set().union(*(every for *_rest, every in judged)))
    Entry.objects.bulk_create(
        (
            Entry(
                source=source,
                position=place,
                kind=one.kind,
                levels=list(one.levels),
                actor=one.actor,
                number=one.number,
                title=one.title,
                context=one.context,
                path=one.path,
                title_stems=sorted(numbers[stem] for stem in titles),
                stems=sorted(numbers[stem] for stem in every),
            )
            for source, place, one, titles, every in judged
        ),
        batch_size=2000,
    )


def _numbered(stems):
    """The number of each stem; those that are new are made."""
    stems = {stem[:60] for stem in stems}
    known = dict(Stem.objects.filter(text__in=stems).values_list("text", "pk")) if stems else {}
    Stem.objects.bulk_create([Stem(text=stem) for stem in sorted(stems - known.keys())], ignore_conflicts=True, batch_size=5000)
    return dict(Stem.objects.filter(text__in=stems).values_list("text", "pk")) if stems - known.keys() else known
