"""Where the platform carries out what a paragraph of the Guidelines demands: each room's pages, told by the site.

This room knows standards and provisions itself; pages of rooms above it are registered, since it may not know them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Carrier:
    """A page that carries out paragraphs: `url_name` is its address by name, `name` what it is called (translated)."""

    url_name: str
    name: object
    paragraphs: frozenset[str]


_carriers: list[Carrier] = []


def register(url_name, name, *spans):
    """Say that a page carries out these paragraphs, each a number or a pair of first and last."""
    numbers: set[str] = set()
    for span in spans:
        first, last = span if isinstance(span, tuple) else (span, span)
        numbers.update(map(str, range(first, last + 1)))
    if all(known.url_name != url_name for known in _carriers):
        _carriers.append(Carrier(url_name, name, frozenset(numbers)))


def carriers_of(number):
    """The registered pages that carry out this paragraph."""
    return [one for one in _carriers if number in one.paragraphs]
