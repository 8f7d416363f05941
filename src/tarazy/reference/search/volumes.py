"""A volume of the index before it is written: numbered entries, and for each stem the set of those that have it.

A set is a number whose bit n stands for the entry at position n, or its bytes, the lowest bits first. Each source begins with
a byte of its own, so that sets of several sources are joined by setting their bytes side by side.
"""

from dataclasses import dataclass

from tarazy.ground.foundation.copying import lines_of
from tarazy.ground.foundation.text import Text
from tarazy.reference.search.matching import FACETS
from tarazy.reference.search.models import Entry

PLACE = ("volume", "position")
SHOWN = ("kind", "levels", "actor", "number", "title", "context", "path")


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


@dataclass(frozen=True, slots=True)
class Part:
    """What some sources give to a volume: what is shown of their entries, and sets of them, counted from the first entry.

    `sources` are the place of the first entry and how many there are of each source, `shown` the place of each entry and a
    line for COPY, of `SHOWN`; `words` the words met for the first time with their stems.
    """

    sources: list[tuple[int, int]]
    shown: list[tuple[int, bytes]]
    anywhere: dict[str, bytes]  # of each stem
    in_title: dict[str, bytes]
    facets: dict[str, dict[str, int]]
    words: dict[str, set[str]]


def part_of(sources, vocabulary):
    """The `Part` of some sources, each of which gives its things to be found as `Found` one after the other."""
    firsts, found = [], []
    for source in sources:
        first = bytes_of(found[-1][0] + 1) * 8 if found else 0
        placed = list(enumerate(source, start=first))
        firsts.append((first, len(placed)))
        found += placed
    in_title = _sets_of([(place, (one.title,)) for place, one in found], vocabulary)
    elsewhere = _sets_of([(place, one.texts) for place, one in found], vocabulary)
    lines = lines_of(Entry, SHOWN, [[getattr(one, name) for name in SHOWN] for _place, one in found])
    return Part(
        sources=firsts,
        shown=[(place, line) for (place, _one), line in zip(found, lines, strict=True)],
        anywhere=_as_bytes({stem: elsewhere.get(stem, 0) | in_title.get(stem, 0) for stem in elsewhere | in_title}),
        in_title=_as_bytes(in_title),
        facets=_facets(found),
        words=vocabulary.taken(),
    )


class Written:
    """A volume that grows by one part after the other.

    `sources` are `(name, first position, how many)`, `entries` pairs of a position and a line for COPY, of `SHOWN`.
    """

    def __init__(self):
        self.entries: list[tuple[int, bytes]] = []
        self.sources: list[tuple[str, int, int]] = []
        self.facets: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
        self.words: list[dict[str, set[str]]] = []
        self._size = 0  # in bytes
        self._skipped: dict[str, int] = {}  # of each stem the bytes before those of the first part that has it
        self._anywhere: dict[str, bytearray] = {}
        self._in_title: dict[str, bytearray] = {}

    @property
    def names(self):
        """The names of the sources that are in it."""
        return {name for name, _first, _size in self.sources}

    def add(self, part, names):
        """Number the entries of a part's sources behind those that are there; a source whose name is None is left out."""
        first, self._size = self._size, self._size + (bytes_of(part.shown[-1][0] + 1) if part.shown else 0)
        gone = sum(((1 << size) - 1) << place for name, (place, size) in zip(names, part.sources, strict=True) if name is None)
        self._put(self._anywhere, part.anywhere, first)
        self._put(self._in_title, part.in_title, first)
        for facet, sets in without(part.facets, gone).items():
            _join(self.facets[facet], sets, first * 8)
        self.entries += [(first * 8 + place, line) for place, line in part.shown if not gone >> place & 1]
        placed = zip(names, part.sources, strict=True)
        self.sources += [(name, first * 8 + place, size) for name, (place, size) in placed if size and name is not None]
        self.words.append(part.words)

    def postings(self):
        """`(stem, bytes of zeros left out, anywhere, in title)` for each stem, the sets as bytes, the lowest bits first."""
        return ((stem, self._skipped[stem], anywhere, self._in_title.get(stem, b"")) for stem, anywhere in self._anywhere.items())

    def _put(self, sets, more, first):
        """Set the bytes of a part beside those of the parts before it; its first one is the byte `first` of the volume."""
        for stem, written in more.items():
            known = sets.get(stem)
            if known is None:
                known = sets[stem] = bytearray()
                self._skipped.setdefault(stem, first)
            known.extend(bytes(first - self._skipped[stem] - len(known)))
            known += written


def bytes_of(bits):
    """How many bytes so many bits fill."""
    return (bits + 7) // 8


def _sets_of(said, vocabulary):
    """For each stem the places where it stands, of places with their `Text`s."""
    found: dict[str, int] = {}
    for code, stems in vocabulary.stems.items():
        having: dict[str, int] = {}  # what stands between two blanks, and where: a stem is looked up once for all places
        for place, texts in said:
            bit = 1 << place
            for piece in " ".join([getattr(text, code) for text in texts]).split():
                having[piece] = having.get(piece, 0) | bit
        for piece, places in having.items():
            for stem in stems[piece]:
                found[stem] = found.get(stem, 0) | places
    return found


def _as_bytes(sets):
    return {stem: places.to_bytes(bytes_of(places.bit_length()), "little") for stem, places in sets.items()}


def joined(vocabularies):
    """The words of all with all their stems."""
    every: dict[str, set[str]] = {}
    for words in vocabularies:
        for word, stems in words.items():
            every.setdefault(word, set()).update(stems)
    return every


def _join(sets, more, first):
    """Put sets that are counted from `first` to those that are there."""
    for name, mask in more.items():
        sets[name] = sets.get(name, 0) | mask << first


def _facets(found):
    masks: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
    for place, one in found:
        for facet, value in (*(("level", level) for level in one.levels), ("actor", one.actor), ("kind", one.kind)):
            masks[facet][value] = masks[facet].get(value, 0) | 1 << place
    return masks


def facets_written(facets):
    """Sets as JSON can carry them; empty ones are left out."""
    return {facet: {value: f"{mask:x}" for value, mask in values.items() if mask} for facet, values in facets.items()}


def facets_of(written):
    """The sets that `facets_written` wrote."""
    return {facet: {value: int(mask, 16) for value, mask in values.items()} for facet, values in written.items()}


def without(facets, gone):
    """The sets without those entries."""
    return {facet: {value: mask & ~gone for value, mask in values.items()} for facet, values in facets.items()}
