"""Putting things into the index."""

from django.db import connection, transaction
from django.db.models import Exists, F, OuterRef

from tarazy.ground.foundation.copying import copy_lines, copy_rows, lines_of
from tarazy.reference.search.models import Entry, Posting, Source, Volume, Word
from tarazy.reference.search.vocabulary import Vocabulary
from tarazy.reference.search.volumes import PLACE, SHOWN, Written, facets_of, facets_written, joined, part_of, without

LARGEST = 4096  # entries: two sets of so many fit a row of the database, which puts longer ones aside
WORD = ("text", "stems")
MANY = 5000  # words, beyond which all that are known are read: naming them takes longer
POSTING = ("volume", "stem", "skipped", "anywhere", "in_title")


def hold():
    """Keep everybody else from changing the index until the transaction ends: words and volumes are everybody's.

    Who holds other things too takes this first.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('search', 0))")


@transaction.atomic
def replace(sources, *, parts=()):
    """Put the entries of each source (`{name: [Found, …]}`) in place of those that it has; no entries take it out.

    Who makes parts gives them one after the other, each with the names of its sources, None of those that are not to be put
    in; where a name comes again, the later one stays. They are written as they come, in volumes of about `LARGEST` entries.
    """
    hold()
    written = Written()
    for part, names in parts:
        if len(written.entries) >= LARGEST or not written.names.isdisjoint(names):
            _store(written)
            written = Written()
        written.add(part, names)
    names = sorted(sources)
    written.add(part_of([sources[name] for name in names], Vocabulary()), names)
    _take_out(sources)
    _store(written)


def _take_out(names):
    """Take the entries of sources out; what is left of their volumes stays, a volume of which nothing is left goes."""
    taken = Source.objects.filter(name__in=list(names))
    gone: dict[int, int] = {}
    for one in taken:
        gone[one.volume_id] = gone.get(one.volume_id, 0) | ((1 << one.size) - 1) << one.first
    theirs = taken.filter(volume=OuterRef("volume"), first__lte=OuterRef("position"), first__gt=OuterRef("position") - F("size"))
    Entry.objects.filter(Exists(theirs), volume__in=gone).delete()
    taken.delete()
    Volume.objects.filter(sources=None).delete()
    left = list(Volume.objects.filter(pk__in=gone))
    for volume in left:
        volume.facets = facets_written(without(facets_of(volume.facets), gone[volume.pk]))
    Volume.objects.bulk_update(left, ["facets"])


def _store(written):
    """Write a volume, in place of what its sources have."""
    _remember(joined(written.words))
    _take_out(written.names)
    if not written.entries:
        return
    volume = Volume.objects.create(facets=facets_written(written.facets)).pk
    Source.objects.bulk_create(Source(volume_id=volume, name=name, first=first, size=size) for name, first, size in written.sources)
    copy_lines(Entry, (*PLACE, *SHOWN), (b"%d\t%d\t%b" % (volume, place, line) for place, line in written.entries))
    copy_rows(Posting, POSTING, ((volume, *row) for row in written.postings()))


def _remember(wanted):
    """Know each word with its stems, beside those that it was known with."""
    words = Word.objects.all() if len(wanted) > MANY else Word.objects.filter(text__in=list(wanted))
    known = dict(words.values_list("text", "stems"))
    wider = {word: stems.union(known.get(word, ())) for word, stems in wanted.items() if not stems <= set(known.get(word, ()))}
    Word.objects.filter(text__in=wider.keys() & known.keys()).delete()
    copy_lines(Word, WORD, lines_of(Word, WORD, ((word, sorted(stems)) for word, stems in wider.items())))
