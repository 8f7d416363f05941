"""The graph of standards: what corresponds to a standard, outwards step by step; what a set does not cover of another."""

from dataclasses import dataclass, field

from django.db.models import Prefetch, Q, Value
from django.db.models.functions import Concat

from tarazy.reference.correspondences.models import REVERSED, Correspondence, Dispute
from tarazy.reference.standards.models import Standard

WITHDRAWN = Correspondence.State.WITHDRAWN


@dataclass(slots=True)
class Node:
    """A standard in the graph; `step` is how many correspondences it is away."""

    place: tuple[str, str]
    standard: Standard
    step: int


@dataclass(slots=True)
class Graph:
    """`nodes` by place, the one it begins at first; `links` are the correspondences between them."""

    nodes: dict[tuple[str, str], Node] = field(default_factory=dict)
    links: list[Correspondence] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A correspondence seen from one of its ends: `relation` as it reads from here to the other `standard`."""

    link: Correspondence
    relation: str
    standard: Standard

    @property
    def is_turned(self):
        """Whether it is seen against its direction."""
        return self.link.ends[0] == (self.standard.set.key, self.standard.number)


def links_of(places):
    """The correspondences that begin or end at one of these `(set key, number)`, withdrawn ones too, with their disputes."""
    keys, numbers = {key for key, _number in places}, {number for _key, number in places}
    near = Q(from_set__in=keys, from_number__in=numbers) | Q(to_set__in=keys, to_number__in=numbers)
    disputes = Prefetch("disputes", Dispute.objects.select_related("raised_by__person", "answered_by__person"))
    found = Correspondence.objects.filter(near).select_related("confirmed_by__person").prefetch_related(disputes) if places else ()
    # Keys and numbers were asked for apart, since hundreds of pairs take longer to ask for than to read: some belong to others.
    return [one for one in found if not places.isdisjoint(one.ends)]


def neighbours_of(standard):
    """What corresponds to a standard whose set is known, for its page."""
    return neighbours(standard.set.key, standard.number)


def neighbours(key, number, *, withdrawn=False):
    """What corresponds to this standard, as `Neighbour`s in the order of the other set; three queries."""
    links = [one for one in links_of({(key, number)}) if withdrawn or one.state != WITHDRAWN]
    here = (key, number)
    others = _standards_at({_other(one, here) for one in links})
    found = [Neighbour(one, _seen_from(one, here), others[_other(one, here)]) for one in links if _other(one, here) in others]
    return sorted(found, key=lambda one: (one.standard.set.level, one.standard.set.key, one.standard.position))


def graph_from(key, number, steps=2):
    """Everything that is at most `steps` correspondences away from this standard; two queries for each step and one more."""
    place = (key, number)
    seen, links = {place: 0}, {}
    edge = {place}
    for step in range(1, steps + 1):
        for one in links_of(edge):
            if one.state != WITHDRAWN:
                links[one.pk] = one
        edge = set()
        for one in links.values():
            for end in one.ends:
                if end not in seen:
                    seen[end] = step
                    edge.add(end)
        if not edge:
            break
    standards = _standards_at(set(seen))
    nodes = {end: Node(end, standards[end], step) for end, step in sorted(seen.items(), key=lambda one: one[1]) if end in standards}
    return Graph(nodes, [one for one in links.values() if all(end in nodes for end in one.ends)])


def coverage(mine, other):
    """For each standard of the set `other` the `Neighbour`s that the set `mine` has for it; an empty list is a gap. Two queries.

    A relation reads from the other set's standard to mine, as the row of a table does.
    """
    pair = Q(from_set=mine.key, to_set=other.key) | Q(from_set=other.key, to_set=mine.key)
    links = list(Correspondence.objects.filter(pair).exclude(state=WITHDRAWN))
    standards = {(one.set.key, one.number): one for one in Standard.objects.filter(set__in=[mine, other]).select_related("set")}
    rows: dict[tuple[str, str], tuple[Standard, list[Neighbour]]] = {
        place: (one, []) for place, one in standards.items() if one.set_id == other.pk
    }
    for link in links:
        here = next(end for end in link.ends if end[0] == mine.key)
        there = _other(link, here)
        if there in rows and here in standards:
            rows[there][1].append(Neighbour(link, _seen_from(link, there), standards[here]))
    return sorted(rows.values(), key=lambda row: row[0].position)


def ends_of(link):
    """The two standards of a correspondence, in its direction; None where the newest version has no such number."""
    found = _standards_at(set(link.ends))
    return [found.get(end) for end in link.ends]


def disputes_open():
    """Disputes that wait for an answer, the oldest first, each with the two standards that are compared; two queries.

    Where the correspondence is gone from its file there is nothing left to answer.
    """
    waiting = (
        Dispute.objects.filter(answered_at=None)
        .exclude(correspondence__state=WITHDRAWN)
        .select_related("correspondence", "raised_by__person")
        .order_by("raised_at")
    )
    found = _standards_at({end for one in waiting for end in one.correspondence.ends})
    return [(one, [found.get(end) for end in one.correspondence.ends]) for one in waiting]


def _standards_at(places):
    """The standards at these places in the newest versions; a place that no version has any more is left out."""
    named = Standard.objects.annotate(place=Concat("set__key", Value("/"), "number"))
    wanted = [f"{key}/{number}" for key, number in places]  # one value for each: hundreds of pairs take longer to ask for than to read
    found = named.filter(set__is_latest=True, place__in=wanted).select_related("set", "set__agency") if places else ()
    return {(one.set.key, one.number): one for one in found}


def _other(link, here):
    one, other = link.ends
    return other if one == here else one


def _seen_from(link, here):
    return link.relation if (link.from_set, link.from_number) == here else REVERSED[link.relation]
