"""Putting things into the index."""

from dataclasses import dataclass

from django.db import transaction

from tarazy.ground.foundation.text import Text
from tarazy.reference.search.models import Entry, Stem, Word
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
        (source, place, one, stems_of(one.title), set().union(*map(stems_of, (one.title, *one.texts))))
        for source, ones in sources.items()
        for place, one in enumerate(ones)
    ]
    said = set().union(*(every for *_rest, every in judged))
    numbers = _numbered({stem for _word, stem in said})
    _remember(said, numbers)
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
                title_stems=sorted({numbers[stem] for _word, stem in titles}),
                stems=sorted({numbers[stem] for _word, stem in every}),
            )
            for source, place, one, titles, every in judged
        ),
        batch_size=2000,
    )


def _numbered(stems):
    """The number of each stem; those that are new are made."""
    known = dict(Stem.objects.filter(text__in=stems).values_list("text", "pk")) if stems else {}
    fresh = sorted(stems - known.keys())
    Stem.objects.bulk_create([Stem(text=stem) for stem in fresh], ignore_conflicts=True, batch_size=5000)
    return known | dict(Stem.objects.filter(text__in=fresh).values_list("text", "pk")) if fresh else known


def _remember(said, numbers):
    """Know each word with its stems, and each stem as a word, beside what was known of them."""
    wanted: dict[str, set[int]] = {}
    for word, stem in said:
        wanted.setdefault(word, set()).add(numbers[stem])
        wanted.setdefault(stem, set()).add(numbers[stem])
    known = {one.text: one for one in Word.objects.filter(text__in=wanted)} if wanted else {}
    fresh = [Word(text=word, stems=sorted(wanted[word])) for word in sorted(wanted.keys() - known.keys())]
    Word.objects.bulk_create(fresh, ignore_conflicts=True, batch_size=5000)
    wider = [one for word, one in known.items() if not wanted[word] <= set(one.stems)]
    for one in wider:
        one.stems = sorted({*one.stems, *wanted[one.text]})
    Word.objects.bulk_update(wider, ["stems"], batch_size=2000)
