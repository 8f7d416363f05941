"""A picture of what hangs together, in columns: boxes with words in them, under the names of their groups, and curves between them.

No box can cover another, however many there are, and each curve ends in a place of its own, with a sign before it that is read
from left to right or, within a column, from top to bottom. The template draws what stands here; nothing is measured in the browser.
"""

import textwrap
from collections import defaultdict
from dataclasses import dataclass, replace
from statistics import fmean

WIDE, GAP = 344, 104  # of a box, and between two columns
PAD, LINE = 12, 17  # from a box to its words, and from a line of words to the next
APART, GROUPS_APART = 8, 18  # from a box to the next, and from a group to the next
PORT = 17  # from the end of a curve to the next one
SIGN = 16  # from a box to the sign before it
LETTERS, MOST_LINES = 36, 4
NAME_LETTERS, NAME_LINES = 48, 2


@dataclass(frozen=True, slots=True)
class Thing:
    """What stands in a box; things of one group stand together in a column, in the order in which they are given."""

    key: object
    column: int
    group: str
    words: str
    title: object
    url: str


@dataclass(frozen=True, slots=True)
class Link:
    """A curve between two things: its sign as read from `one`, as read from `other`, and whether it is marked."""

    one: object
    other: object
    sign: str
    turned: str
    marked: bool = False

    def back(self):
        """The same link from its other end."""
        return Link(self.other, self.one, self.turned, self.sign, self.marked)


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words and where it begins."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """A thing in the picture: the upper left corner of its box, its height and the lines in it."""

    thing: Thing
    x: int
    y: int
    height: int
    lines: tuple[Words, ...]
    wide: int = WIDE

    @property
    def middle(self):
        """Halfway down."""
        return self.y + self.height / 2

    def lowered(self, shift):
        """The same box further down."""
        return replace(self, y=self.y + shift, lines=tuple(replace(line, y=line.y + shift) for line in self.lines))


@dataclass(frozen=True, slots=True)
class Curve:
    """A link in the picture: its path, and the sign where it ends."""

    path: str
    sign: Words
    marked: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """All boxes, curves and names of groups."""

    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]
    names: tuple[Words, ...]
    width: int
    height: int


def picture(things, links):
    """The picture of these things and links, the columns centred on each other."""
    columns = {thing.key: thing.column for thing in things}
    links = [link.back() if columns[link.one] > columns[link.other] else link for link in links]
    boxes, stacks = {}, []
    for column in sorted(set(columns.values())):
        stacks.append(_stacked(_grouped([one for one in things if one.column == column], boxes, links), links))
        boxes |= stacks[-1][0]
    tall = max((bottom for *_rest, bottom in stacks), default=0)
    placed, names = {}, []
    for made, said, bottom in stacks:
        shift = (tall - bottom) // 2
        placed |= {key: box.lowered(shift) for key, box in made.items()}
        names += [replace(one, y=one.y + shift) for one in said]
    return Picture(tuple(placed.values()), _curves(placed, links), tuple(names), len(stacks) * (WIDE + GAP) - GAP + 2, tall)


def _grouped(things, boxes, links):
    """The groups of a column, each near to what it hangs on in the column before."""
    hangs = {
        thing.key: fmean([boxes[link.one].middle for link in links if link.other == thing.key and link.one in boxes] or [0])
        for thing in things
    }
    groups = defaultdict(list)
    for thing in things:
        groups[thing.group].append(thing)
    return sorted(groups.values(), key=lambda ones: fmean(hangs[one.key] for one in ones))


def _stacked(groups, links):
    """The boxes of a column from its top, the names of the groups above theirs, and where the column ends."""
    boxes, names, y = {}, [], 0
    for ones in groups:
        x = 1 + ones[0].column * (WIDE + GAP)
        for words in textwrap.wrap(ones[0].group, NAME_LETTERS, max_lines=NAME_LINES, placeholder=" …"):
            y += LINE
            names.append(Words(x, y - 4, words))
        for thing in ones:
            boxes[thing.key] = _box(thing, x, y + 2, links)
            y += boxes[thing.key].height + APART
        y += GROUPS_APART - APART
    return boxes, names, y - GROUPS_APART + 4


def _box(thing, x, y, links):
    said = textwrap.wrap(thing.words, LETTERS, max_lines=MOST_LINES, placeholder=" …")
    ends = max(sum(link.other == thing.key for link in links), sum(link.one == thing.key for link in links))
    height = max(len(said) * LINE + PAD, ends * PORT + 4)
    top = y + (height - len(said) * LINE) // 2
    return Box(thing, x, y, height, tuple(Words(x + PAD, top + at * LINE + 13, text) for at, text in enumerate(said)))


def _curves(boxes, links):
    """A curve for each link; those that leave or reach a box on the same side share its height."""
    links = [link if _crosses(boxes, link) or boxes[link.one].y <= boxes[link.other].y else link.back() for link in links]
    sides = defaultdict(list)
    for at, link in enumerate(links):
        sides[link.one, "right"].append((boxes[link.other].middle, at))
        sides[link.other, "left" if _crosses(boxes, link) else "right"].append((boxes[link.one].middle, at))
    ports = {}
    for (key, side), ends in sides.items():
        for nth, (_far, at) in enumerate(sorted(ends), start=1):
            ports[key, side, at] = round(boxes[key].y + boxes[key].height * (nth - 0.5) / len(ends))
    return tuple(_curve(boxes, ports, at, link) for at, link in enumerate(links))


def _crosses(boxes, link):
    """Whether a link leads from a column to another."""
    return boxes[link.one].x != boxes[link.other].x


def _curve(boxes, ports, at, link):
    x1, y1 = boxes[link.one].x + WIDE, ports[link.one, "right", at]
    if _crosses(boxes, link):
        x2, y2 = boxes[link.other].x, ports[link.other, "left", at]
        bends, sign = (x1 + (x2 - x1) // 2, x2 - (x2 - x1) // 2), x2 - SIGN
    else:
        x2, y2 = boxes[link.other].x + WIDE, ports[link.other, "right", at]
        bends, sign = (x1 + 30 + min((y2 - y1) // 6, GAP // 2),) * 2, x2 + SIGN
    return Curve(f"M{x1} {y1}C{bends[0]} {y1} {bends[1]} {y2} {x2} {y2}", Words(sign, y2 + 5, link.sign), link.marked)
