"""A volume of the index before it is written: numbered entries, and for each stem the set of those that have it.

A set is a number whose bit n stands for the entry at position n.
"""

from dataclasses import dataclass

from tarazy.ground.foundation.text import Text
from tarazy.reference.search.matching import FACETS


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
    """What one source gives to a volume: what is shown of its entries, and sets of them, counted from its first entry.

    `shown` are rows of `ENTRY` without a volume and a position, `words` the words met for the first time with their stems.
    """

    shown: list[tuple]
    anywhere: dict[str, int]  # of each stem
    in_title: dict[str, int]
    facets: dict[str, dict[str, int]]
    words: dict[str, set[str]]


def part_of(found, vocabulary):
    """The `Part` of things to be found, `Found` one after the other."""
    found = list(found)
    return Part(
        shown=[(one.kind, [*one.levels], one.actor, one.number, one.title, one.context, one.path) for one in found],
        anywhere=_sets_of([(one.title, *one.texts) for one in found], vocabulary),
        in_title=_sets_of([(one.title,) for one in found], vocabulary),
        facets=_facets(found),
        words=vocabulary.taken(),
    )


class Written:
    """A volume that grows by one part after the other: `sources` are `(name, first position, how many)`, `entries` rows of `ENTRY`."""

    def __init__(self):
        self.entries: list[tuple] = []
        self.sources: list[tuple[str, int, int]] = []
        self.facets: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
        self.words: list[dict[str, set[str]]] = []
        self._anywhere: dict[str, int] = {}
        self._in_title: dict[str, int] = {}

    def add(self, name, part):
        """Number the entries of a source behind those that are there; one without entries is left out."""
        self.words.append(part.words)
        if not part.shown:
            return
        first = len(self.entries)
        _join(self._anywhere, part.anywhere, first)
        _join(self._in_title, part.in_title, first)
        for facet, sets in part.facets.items():
            _join(self.facets[facet], sets, first)
        self.entries += [(place, *row) for place, row in enumerate(part.shown, start=first)]
        self.sources.append((name, first, len(part.shown)))

    def postings(self):
        """`(stem, bytes of zeros left out, anywhere, in title)` for each stem, the sets as bytes, the lowest bits first."""
        for stem, anywhere in self._anywhere.items():
            skipped = ((anywhere & -anywhere).bit_length() - 1) // 8
            yield stem, skipped, _bytes(anywhere >> 8 * skipped), _bytes(self._in_title.get(stem, 0) >> 8 * skipped)


def _sets_of(said, vocabulary):
    """For each stem the places in `said`, which has some `Text`s at each place, where it stands."""
    found: dict[str, int] = {}
    for place, texts in enumerate(said):
        bit = 1 << place
        for stem in vocabulary.stems_of(texts):
            found[stem] = found.get(stem, 0) | bit
    return found


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


def _bytes(mask):
    return mask.to_bytes((mask.bit_length() + 7) // 8, "little")


def _facets(found):
    masks: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
    for position, one in enumerate(found):
        for facet, value in (*(("level", level) for level in one.levels), ("actor", one.actor), ("kind", one.kind)):
            masks[facet][value] = masks[facet].get(value, 0) | 1 << position
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
