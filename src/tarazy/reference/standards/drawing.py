"""The graph of correspondences as a picture: the standard in the middle, one step away around it, two steps away outside.

The picture is for the eye; everything in it stands in the tables under it too.
"""

import math
from dataclasses import dataclass

from tarazy.reference.standards.models import REVERSED
from tarazy.reference.standards.names import SHORT_NAMES

SIZE = 720
RADII = {0: 0, 1: 165, 2: 285}
LABELS = {"equal": "=", "broader": "⊃", "narrower": "⊂", "overlaps": "∩"}


@dataclass(frozen=True, slots=True)
class Dot:
    """A standard in the picture: its place in pixels from the upper left, what stands beside it, where it leads."""

    x: int
    y: int
    step: int
    label: str
    title: object
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """A correspondence in the picture."""

    x1: int
    y1: int
    x2: int
    y2: int
    sign: str
    disputed: bool

    @property
    def middle(self):
        """Where the sign of the relation stands."""
        return (self.x1 + self.x2) // 2, (self.y1 + self.y2) // 2


@dataclass(frozen=True, slots=True)
class Drawing:
    """All dots and lines; `size` is the side of the square."""

    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    size: int = SIZE


def drawn(graph):
    """The picture of a `Graph`: who is one step away in the order of their sets, who is two away near those they hang on."""
    angles, middle = _angles(graph), next(iter(graph.nodes))
    places = {place: _point(RADII[min(node.step, 2)], angles.get(place, 0)) for place, node in graph.nodes.items()}
    dots = tuple(
        Dot(*places[place], node.step, _label(node.standard), node.standard.title, _address(place)) for place, node in graph.nodes.items()
    )
    lines = tuple(
        Line(*places[one], *places[other], _sign(link, one, other, middle), link.state == "disputed")
        for link in graph.links
        for one, other in [((link.from_set, link.from_number), (link.to_set, link.to_number))]
    )
    return Drawing(dots, lines)


def _sign(link, one, other, middle):
    """The sign of the relation as it reads from the standard in the middle; none on a line that does not touch it."""
    if middle not in (one, other):
        return ""
    return LABELS[link.relation if one == middle else REVERSED[link.relation]]


def _label(standard):
    """What stands beside a dot: whose or which level's standard it is, in a word, and its number."""
    chosen = standard.set
    of_a_level = chosen.owner == "guidelines"
    return f"{SHORT_NAMES[chosen.level] if of_a_level else chosen.owner_name} {standard.number}"


def _address(place):
    return f"../../../{place[0]}/graph/{place[1]}/"


def _angles(graph):
    """An angle for each standard: the inner ring evenly, the outer ring in the order of what each hangs on."""
    near = sorted((place for place, node in graph.nodes.items() if node.step == 1), key=str)
    angles = {place: 2 * math.pi * at / max(len(near), 1) for at, place in enumerate(near)}
    far = [place for place, node in graph.nodes.items() if node.step > 1]
    hangs = {place: min((angles[other] for other in _touching(graph, place) if other in angles), default=0) for place in far}
    for at, place in enumerate(sorted(far, key=lambda one: (hangs[one], one))):
        angles[place] = 2 * math.pi * at / max(len(far), 1)
    return angles


def _touching(graph, place):
    for link in graph.links:
        one, other = (link.from_set, link.from_number), (link.to_set, link.to_number)
        if place in (one, other):
            yield other if place == one else one


def _point(radius, angle):
    half = SIZE // 2
    return round(half + radius * math.sin(angle)), round(half - radius * math.cos(angle))
