"""The graph of correspondences as a picture: the standard, what corresponds to it, what corresponds to that, in three columns.

The picture is for the eye; everything in it stands in the lists under it too.
"""

from tarazy.ground.ui import columns
from tarazy.reference.correspondences.models import REVERSED
from tarazy.reference.standards.names import LEVEL_NAMES

SIGNS = {"equal": "=", "broader": "⊃", "narrower": "⊂", "overlaps": "∩"}
LAST = 2  # column


def drawn(graph):
    """The picture of a `Graph`."""
    order = {level: at for at, level in enumerate(LEVEL_NAMES)}
    nodes = sorted(graph.nodes.values(), key=lambda one: (order.get(one.standard.set.level, 0), one.place[0], one.standard.position))
    links = [
        columns.Link(
            (link.from_set, link.from_number),
            (link.to_set, link.to_number),
            SIGNS[link.relation],
            SIGNS[REVERSED[link.relation]],
            link.state == "disputed",
        )
        for link in graph.links
    ]
    return columns.picture([_thing(node) for node in nodes], links)


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
