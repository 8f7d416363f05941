"""Putting things into the index."""

from django.db import connection, transaction

from tarazy.ground.foundation.copying import copy_rows
from tarazy.reference.search.models import Entry, Posting, Source, Volume, Word
from tarazy.reference.search.vocabulary import Vocabulary
from tarazy.reference.search.volumes import Part, Written, facets_of, facets_written, joined, part_of, without

ENTRY = ("volume", "position", "kind", "levels", "actor", "number", "title", "context", "path")
POSTING = ("volume", "stem", "skipped", "anywhere", "in_title")


@transaction.atomic
def replace(sources, *, words=()):
    """Put the entries of each source (`{name: [Found, …]}`) in place of those that it has; no entries take it out.

    Who has made the `Part` of a source already gives that instead, and in `words` those of parts that are not put in: a
    vocabulary gives each word once.
    """
    with connection.cursor() as cursor:  # words and volumes are everybody's: one at a time
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('search', 0))")
    _take_out(sources)
    written, vocabulary = Written(), Vocabulary()
    for name, said in sorted(sources.items()):
        written.add(name, said if isinstance(said, Part) else part_of(said, vocabulary))
    if written.entries:
        _store(written)
    _remember(joined([*written.words, *words]))


def _take_out(names):
    """Take the entries of sources out; what is left of their volumes stays, a volume of which nothing is left goes."""
    gone: dict[int, int] = {}
    for one in Source.objects.filter(name__in=list(names)):
        gone[one.volume_id] = gone.get(one.volume_id, 0) | ((1 << one.size) - 1) << one.first
        Entry.objects.filter(volume=one.volume_id, position__range=(one.first, one.first + one.size - 1)).delete()
        one.delete()
    Volume.objects.filter(sources=None).delete()
    for volume in Volume.objects.filter(pk__in=gone):
        volume.facets = facets_written(without(facets_of(volume.facets), gone[volume.pk]))
        volume.save()


def _store(written):
    """Write a volume."""
    volume = Volume.objects.create(facets=facets_written(written.facets)).pk
    Source.objects.bulk_create(Source(volume_id=volume, name=name, first=first, size=size) for name, first, size in written.sources)
    copy_rows(Entry, ENTRY, ((volume, *row) for row in written.entries))
    copy_rows(Posting, POSTING, ((volume, *row) for row in written.postings()))


def _remember(wanted):
    """Know each word with its stems, beside those that it was known with."""
    known = dict(Word.objects.filter(text__in=list(wanted)).values_list("text", "stems"))
    wider = {word: stems.union(known.get(word, ())) for word, stems in wanted.items() if not stems <= set(known.get(word, ()))}
    Word.objects.filter(text__in=wider.keys() & known.keys()).delete()
    copy_rows(Word, ("text", "stems"), ((word, sorted(stems)) for word, stems in wider.items()))
