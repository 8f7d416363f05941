"""What rooms above this one show beside a standard: told by them as they start, since this room may not know them."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a standard's page: `read(standard)` gives what its template shows as `found`."""

    template: str
    read: Callable


_parts: list[Part] = []


def register(template, read):
    """Let every standard's page have this part too."""
    part = Part(template, read)
    if part not in _parts:
        _parts.append(part)


def parts_of(standard):
    """The parts beside this standard, as `(template, found)`."""
    return [(part.template, part.read(standard)) for part in _parts]
