"""The graph of standards: what corresponds to a standard, outwards step by step; what a set does not cover of another."""

from dataclasses import dataclass, field

from django.db.models import Prefetch, Q

from tarazy.reference.correspondences.models import REVERSED, Correspondence, Dispute
from tarazy.reference.standards.models import Standard
from tarazy.reference.standards.queries import LEVEL_ORDER

WITHDRAWN = Correspondence.State.WITHDRAWN
MOST = 12  # correspondences that a page shows at once; those that somebody disputed stand there beside them
MOST_FURTHER = 30


@dataclass(slots=True)
class Node:
    """A standard in the graph; `step` is how many correspondences it is away."""

    place: tuple[str, str]
    standard: Standard
    step: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A correspondence seen from one of its ends: `relation` as it reads from here to the other `standard`."""

    link: Correspondence
    relation: str
    standard: Standard

    @property
    def place(self):
        """Where the other standard stands."""
        return self.standard.set.key, self.standard.number

    @property
    def is_turned(self):
        """Whether it is seen against its direction."""
        return self.link.ends[0] == self.place


@dataclass(slots=True)
class Graph:
    """`nodes` by place, the one it begins at first; `links` are the correspondences between them.

    `near` is what corresponds to the one it begins at, withdrawn correspondences too; `further` are the nodes beyond.
    """

    nodes: dict[tuple[str, str], Node] = field(default_factory=dict)
    links: list[Correspondence] = field(default_factory=list)
    near: list[Neighbour] = field(default_factory=list)

    @property
    def further(self):
        """The nodes that are more than a step away, set by set."""
        return sorted((node for node in self.nodes.values() if node.step > 1), key=lambda node: _order(node.standard))


def first_of(near):
    """The first dozen of these `Neighbour`s, and all others that somebody has disputed."""
    return near[:MOST] + [one for one in near[MOST:] if one.link.disputes.all()]


def links_of(places):
    """The correspondences that begin or end at one of these `(set key, number)`, withdrawn ones too, with their disputes."""
    disputes = Prefetch("disputes", Dispute.objects.select_related("raised_by__person", "answered_by__person"))
    return Correspondence.objects.filter(_ending_at(places)).select_related("confirmed_by__person").prefetch_related(disputes)


def neighbours_of(standard):
    """What corresponds to a standard whose set is known, for its page."""
    return neighbours(standard.set.key, standard.number)


def neighbours(key, number, *, withdrawn=False):
    """What corresponds to this standard, as `Neighbour`s: first sets for everybody, then those of agencies; three queries."""
    here = (key, number)
    links = [one for one in links_of([here]) if withdrawn or one.state != WITHDRAWN]
    return _seen(links, here, _standards_at({_other(one, here) for one in links}))


def graph_from(key, number, steps=2):
    """Everything that is at most `steps` correspondences away from this standard; a query for each step and two more."""
    place = (key, number)
    own = list(links_of([place]))
    links = {one.pk: one for one in own if one.state != WITHDRAWN}
    seen = {place: 0}
    edge = _reached(links.values(), seen, 1)
    for step in range(2, steps + 1):
        known = _ending_at(seen.keys() - set(edge))
        further = Correspondence.objects.filter(_ending_at(edge), ~known).exclude(state=WITHDRAWN).defer("reason")
        links |= {one.pk: one for one in further}
        edge = _reached(links.values(), seen, step)
    standards = _standards_at({*seen, *(_other(one, place) for one in own)})
    nodes = {end: Node(end, standards[end], step) for end, step in seen.items() if end in standards}
    return Graph(nodes, [one for one in links.values() if all(end in nodes for end in one.ends)], _seen(own, place, standards))


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


def _ending_at(places):
    """The condition that a correspondence begins or ends at one of these places."""
    return _at(places, "from_set", "from_number") | _at(places, "to_set", "to_number")


def _standards_at(places):
    """The standards at these places in the newest versions; a place that no version has any more is left out."""
    wanted = Standard.objects.filter(_at(places, "set__key", "number"), set__is_latest=True)
    found = wanted.select_related("set", "set__agency").defer("purpose", "set__summary")
    return {(one.set.key, one.number): one for one in found}


def _at(places, key, number):
    """The condition that something stands at one of these places; sets of which the same numbers are wanted are asked for at once.

    So two hundred sets make one condition, not two hundred, which Django and the database would take long to read.
    """
    numbers: dict[str, set[str]] = {}
    for one, at in places:
        numbers.setdefault(one, set()).add(at)
    keys: dict[frozenset[str], list[str]] = {}
    for one, wanted in numbers.items():
        keys.setdefault(frozenset(wanted), []).append(one)
    parts = [Q(**{f"{key}__in": sorted(ones), f"{number}__in": sorted(wanted)}) for wanted, ones in keys.items()]
    return Q(*parts, _connector=Q.OR) if parts else Q(pk__in=[])


def _reached(links, seen, step):
    """The places at the ends of these links that were not `seen`, which then are, at this step."""
    fresh = list(dict.fromkeys(end for one in links for end in one.ends if end not in seen))
    seen.update(dict.fromkeys(fresh, step))
    return fresh


def _seen(links, here, standards):
    """The links as `Neighbour`s of the place `here`, in order; those whose other standard is not among these are left out."""
    found = [(one, standards[_other(one, here)]) for one in links if _other(one, here) in standards]
    return sorted((Neighbour(one, _seen_from(one, here), other) for one, other in found), key=lambda one: _order(one.standard))


def _order(standard):
    """Sets for everybody by level, then those of agencies."""
    chosen = standard.set
    return chosen.agency_id is not None, LEVEL_ORDER.index(chosen.level), chosen.key, standard.position


def _other(link, here):
    one, other = link.ends
    return other if one == here else one


def _seen_from(link, here):
    return link.relation if (link.from_set, link.from_number) == here else REVERSED[link.relation]
