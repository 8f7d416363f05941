"""The regions of Kazakhstan as tiles, roughly where they lie: one tile is one region or city, whatever its size."""

from dataclasses import dataclass
from typing import Any

from tarazy.ground.foundation.text import Text

STEP, WIDTH, HEIGHT = 60, 360, 300
SHADES = 4
# KATO code → column, row, and the short name in three languages.
PLACES = {
    "59": (3, 0, Text("СҚО", "СКО", "NKZ")),
    "27": (0, 1, Text("БҚО", "ЗКО", "WKZ")),
    "15": (1, 1, Text("АҚТ", "АКТ", "AKT")),
    "39": (2, 1, Text("ҚОС", "КОС", "KOS")),
    "11": (3, 1, Text("АҚМ", "АКМ", "AKM")),
    "71": (4, 1, Text("АСТ", "АСТ", "AST")),
    "55": (5, 1, Text("ПАВ", "ПАВ", "PAV")),
    "23": (0, 2, Text("АТЫ", "АТЫ", "ATY")),
    "62": (2, 2, Text("ҰЛЫ", "УЛЫ", "ULY")),
    "35": (3, 2, Text("ҚАР", "КАР", "KAR")),
    "10": (4, 2, Text("АБА", "АБА", "ABA")),
    "63": (5, 2, Text("ШҚО", "ВКО", "EKZ")),
    "47": (0, 3, Text("МАҢ", "МАН", "MAN")),
    "43": (1, 3, Text("ҚЫЗ", "КЫЗ", "KYZ")),
    "61": (2, 3, Text("ТҮР", "ТУР", "TUR")),
    "31": (3, 3, Text("ЖАМ", "ЖАМ", "ZHM")),
    "19": (4, 3, Text("АЛМ", "АЛМ", "ALM")),
    "33": (5, 3, Text("ЖЕТ", "ЖЕТ", "ZHT")),
    "79": (2, 4, Text("ШЫМ", "ШЫМ", "SHY")),
    "75": (4, 4, Text("АЛА", "АЛА", "ALA")),
}


@dataclass(frozen=True, slots=True)
class Tile:
    """One region on the map: where its corner is, what stands in it, how dark it is (1 to 4)."""

    code: str
    x: int
    y: int
    short: Text
    name: Any
    count: int
    shade: int


@dataclass(frozen=True, slots=True)
class Shade:
    """A shade of the legend with the counts it stands for."""

    number: int
    least: int
    most: int


def legend(counts: dict[str, int]) -> list[Shade]:
    """At most four shades, each with its range: the lightest for nothing, the others part the counts up to the largest."""
    largest, parts = max(counts.values(), default=0), SHADES - 1
    tops = sorted({-(-largest * part // parts) for part in range(parts + 1)})
    bottoms = [0, *(top + 1 for top in tops)]
    return [Shade(number, bottoms[number - 1], top) for number, top in enumerate(tops, start=1)]


def tiles(regions: Any, counts: dict[str, int]) -> list[Tile]:
    """A tile for each region that has a place on the map, in the order of reading."""
    shades = legend(counts)
    made = []
    for region in regions:
        if region.code in PLACES:
            column, row, short = PLACES[region.code]
            count = counts.get(region.code, 0)
            shade = next(shade.number for shade in shades if count <= shade.most)
            made.append(Tile(region.code, STEP * column + 2, STEP * row + 2, short, region.name, count, shade))
    return sorted(made, key=lambda tile: (tile.y, tile.x))
