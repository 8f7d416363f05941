"""The graph of correspondences as a picture: the standard, what corresponds to it, what corresponds to that, in three columns.

The picture is for the eye; everything in it stands in the lists under it too.
"""

from tarazy.ground.ui import columns
from tarazy.reference.correspondences.models import REVERSED
from tarazy.reference.correspondences.queries import MOST, WITHDRAWN
from tarazy.reference.standards.names import LEVEL_NAMES

SIGNS = {"equal": "=", "broader": "⊃", "narrower": "⊂", "overlaps": "∩"}
LAST = 2  # column


def drawn(graph):
    """The picture of a `Graph`: the standard, the first dozen that correspond to it, the first dozen that correspond to those."""
    order = {level: at for at, level in enumerate(LEVEL_NAMES)}
    chosen = _first(graph)
    nodes = sorted(chosen.values(), key=lambda one: (order.get(one.standard.set.level, 0), one.place[0], one.standard.position))
    links = [
        columns.Link(
            (link.from_set, link.from_number),
            (link.to_set, link.to_number),
            SIGNS[link.relation],
            SIGNS[REVERSED[link.relation]],
            link.state == "disputed",
        )
        for link in graph.links
        if all(end in chosen for end in link.ends)
    ]
    return columns.picture([_thing(node) for node in nodes], links)


def undrawn(graph, picture):
    """How many standards of the graph the picture leaves out, one step away and further."""
    there = {box.thing.key for box in picture.boxes}
    steps = [node.step for place, node in graph.nodes.items() if place not in there]
    return steps.count(1), len(steps) - steps.count(1)


def _first(graph):
    """The nodes that are drawn, by their places: more than a dozen in a column nobody could read."""
    near = [one.place for one in graph.near if one.link.state != WITHDRAWN][:MOST]
    chosen = {place: node for place, node in graph.nodes.items() if not node.step or place in near}
    beside = {end for link in graph.links for end in link.ends if not chosen.keys().isdisjoint(link.ends)}
    further = [node for node in graph.further if node.place in beside][:MOST]
    return chosen | {node.place: node for node in further}


def _thing(node):
    standard, (key, number) = node.standard, node.place
    words = f"{number}. {standard.title}"
    return columns.Thing(node.place, min(node.step, LAST), _name(standard.set), words, standard.title, f"../../../{key}/graph/{number}/")


def _name(chosen):
    """What a set is called where there is little room: its level, and whose or what it is unless that is the usual thing."""
    if chosen.kind in ("frame", "duties"):
        return str(chosen.title)
    levels = " · ".join(str(LEVEL_NAMES.get(level, level)) for level in chosen.levels or [chosen.level])
    if chosen.agency is None and chosen.kind == "internal":
        return levels
    return f"{chosen.kind_name if chosen.kind == 'external' else chosen.owner_name} · {levels}"
