"""What a self-assessment is for, in words. A purpose such as "case:2026-0007" is named by the room that gave it."""

from dataclasses import dataclass
from typing import Any

_namers = {}


@dataclass(frozen=True, slots=True)
class Purpose:
    """`name` is a text for the reader; `url` leads to what the self-assessment is for, or is empty."""

    name: Any
    url: str = ""


def register(kind, namer):
    """Let `namer(rest)` give the `Purpose` of every purpose "kind:rest"; it must not query."""
    _namers[kind] = namer


def purpose_of(assessment):
    """What this self-assessment is for: as the giving room says it, else the institution's own words."""
    kind, _colon, rest = assessment.purpose.partition(":")
    namer = _namers.get(kind) if rest else None
    return namer(rest) if namer else Purpose(assessment.purpose)
