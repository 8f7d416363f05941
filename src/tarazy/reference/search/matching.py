"""Which entries have all words, how many of the words stand in the title, and how much there is of each facet.

A set of entries of one volume is a number whose bit n stands for the entry at position n.
"""

from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

FACETS = ("level", "actor", "kind")
OTHERS = ""  # provisions are of many kinds: all that are not named
KIND_ORDER = ("standard", "set", OTHERS, "criterion", "paragraph")


@dataclass(slots=True)
class Share:
    """What one volume has of what was asked for: `by_fit[n]` are the entries with n of the words in their title."""

    volume: int
    by_fit: list[int]
    facets: dict[str, dict[str, int]]

    def having(self, facet, value):
        """The entries with this value; all that there are where no value is wanted."""
        return self.facets[facet].get(value, 0) if value else self.every()

    def every(self):
        """All entries that there are: each is of some kind."""
        return union(self.facets["kind"].values())

    def counted(self, counts, chosen):
        """Add to `counts[facet][value]` what choosing a value would give; how many entries all that is chosen gives."""
        matching = union(self.by_fit)
        having = {facet: self.having(facet, chosen.get(facet)) for facet in FACETS}
        for facet in FACETS:
            left = matching
            for other in FACETS:
                left &= having[other] if other != facet else -1
            for value, mask in self.facets[facet].items():
                if count := (left & mask).bit_count():
                    counts[facet][value] = counts[facet].get(value, 0) + count
        return (matching & having["level"] & having["actor"] & having["kind"]).bit_count()

    def of_kind(self, kind):
        """The entries of one kind of `KIND_ORDER`."""
        kinds = self.facets["kind"]
        if kind == OTHERS:
            return union(mask for name, mask in kinds.items() if name not in KIND_ORDER)
        return kinds.get(kind, 0)

    def narrowed(self, chosen):
        """Its entries with the values that were chosen."""
        mask = intersection(self.having(facet, chosen.get(facet)) for facet in FACETS)
        return Share(self.volume, [fit & mask for fit in self.by_fit], self.facets)


def shares(groups, postings):
    """`{volume: by_fit}` of the volumes that have a stem of every group in one entry.

    `postings` are `(volume, stem, skipped, anywhere, in title)`, the sets as bytes, the lowest bits first, behind `skipped` zeros.
    """
    places: dict[str, list[int]] = {}
    for place, stems in enumerate(groups):
        for stem in stems:
            places.setdefault(stem, []).append(place)
    held: dict[int, list[list[int]]] = {}
    for volume, stem, skipped, *sets in postings:
        masks = held.setdefault(volume, [[0, 0] for _group in groups])
        anywhere, in_title = (int.from_bytes(one, "little") << 8 * skipped for one in sets)
        for place in places[stem]:
            masks[place][0] |= anywhere
            masks[place][1] |= in_title
    found = {volume: _by_fit(masks) for volume, masks in held.items()}
    return {volume: by_fit for volume, by_fit in found.items() if any(by_fit)}


def _by_fit(masks):
    """The entries that are in every group, by how many of the groups have them in the title."""
    fits = [intersection(anywhere for anywhere, _in_title in masks)]
    for _anywhere, in_title in masks:
        fits = [one & ~in_title | before & in_title for one, before in zip([*fits, 0], [0, *fits], strict=True)]
    return fits


def first_of(found, most):
    """The first entries of shares as `(volume, position)`: the best fit, then by kind, then as the shares and positions go."""
    first = []
    for fit in reversed(range(max((len(one.by_fit) for one in found), default=0))):
        for kind in KIND_ORDER:
            for one in found:
                first += [(one.volume, position) for position in _first_positions(one.by_fit[fit] & one.of_kind(kind), most)]
                if len(first) >= most:
                    return first[:most]
    return first


def _first_positions(mask, most):
    """The places of the first bits of a set, the lowest first, at most so many."""
    while mask and most:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
        most -= 1


def union(sets):
    """What is in any of the sets."""
    return reduce(or_, sets, 0)


def intersection(sets):
    """What is in each of the sets, of which there is at least one."""
    return reduce(and_, sets)
