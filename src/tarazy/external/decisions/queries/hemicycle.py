"""Where the seats of a council stand in a half circle, as numbers for an SVG of 340 by 178."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, pi, sin

CENTRE_X, CENTRE_Y = 170.0, 158.0
# How many seats fit a picture with so many rows of these radii, and how large a seat is drawn.
ROWS = ((9, (120.0,), 15.0), (22, (132.0, 82.0), 15.0), (200, (142.0, 108.0, 74.0), 9.0))


@dataclass(frozen=True, slots=True)
class Place:
    """A seat in the picture: its centre, its radius, and the marks drawn upon it as SVG paths."""

    x: str
    y: str
    r: str
    below: str
    tick: str
    stroke: str


def places(count: int) -> list[Place]:
    """`count` places from the left end of the half circle to its right end."""
    radii, size = next(((radii, size) for most, radii, size in ROWS if count <= most), ROWS[-1][1:])
    spots = [spot for radius, seats in zip(radii, _shared(count, radii), strict=True) for spot in _row(radius, seats)]
    return [_place(x, y, size) for _turn, x, y in sorted(spots, key=lambda spot: (-spot[0], spot[1]))]


def _shared(count: int, radii: Sequence[float]) -> list[int]:
    """How many seats each row takes, by its length, so that all of them find a place."""
    left, shares = count, []
    for place, radius in enumerate(radii):
        share = ceil(left * radius / sum(radii[place:]))
        shares.append(share)
        left -= share
    return shares


def _row(radius: float, seats: int) -> list[tuple[float, float, float]]:
    turns = [pi - pi * n / (seats - 1) for n in range(seats)] if seats > 1 else [pi / 2] * seats
    return [(round(turn, 6), CENTRE_X + radius * cos(turn), CENTRE_Y - radius * sin(turn)) for turn in turns]


def _place(x: float, y: float, size: float) -> Place:
    unit, reach = size / 15, size * 0.707
    return Place(
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        r=f"{size:g}",
        below=f"{y + 4:.1f}",
        tick=f"M{x - 5 * unit:.1f} {y + 0.5 * unit:.1f}l{3.6 * unit:.1f} {3.6 * unit:.1f} {7 * unit:.1f} {-7.6 * unit:.1f}",
        stroke=f"M{x - reach:.1f} {y + reach:.1f}l{2 * reach:.1f} {-2 * reach:.1f}",
    )
