"""Putting things into the index."""

import json
from dataclasses import dataclass

from django.db import connection, transaction

from tarazy.ground.foundation.text import Text
from tarazy.reference.search.models import Entry, Stem, Word
from tarazy.reference.search.words import stems_of

COPY = "COPY search_entry (source, kind, levels, actor, number, title, context, path, position, title_stems, stems) FROM STDIN"


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
    _store(
        (
            *(source, one.kind, _array(one.levels), one.actor, one.number, _json(one.title), _json(one.context), one.path, place),
            _array(sorted({numbers[stem] for _word, stem in titles})),
            _array(sorted({numbers[stem] for _word, stem in every})),
        )
        for source, place, one, titles, every in judged
    )


def _store(rows):
    """Write the entries by COPY: an entry has hundreds of numbers, and preparing each as a value would take most of the time."""
    with connection.cursor() as cursor, cursor.copy(COPY) as copy:
        for row in rows:
            copy.write_row(row)


def _array(values):
    """A list of numbers or short names as COPY reads it."""
    return "{" + ",".join(map(str, values)) + "}"


def _json(text):
    return json.dumps(text.as_dict(), ensure_ascii=False)


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
