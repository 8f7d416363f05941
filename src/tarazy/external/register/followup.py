"""What rooms above know of a recommendation's fate: the register lies below them, so they tell it.

A room registers, in its `AppConfig.ready`, a function from the ids of findings and a day to `{id: Answer}`. It tells
only what the public may read, and costs one query however many findings there are.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """What the organisation does about a recommendation. `state` is done, theirs (under way), late or later."""

    state: str
    words: Any
    action: str = ""
    due_on: date | None = None


type Provider = Callable[[Collection[int], date], Mapping[int, Answer]]

_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Let `provider` tell what is done about recommendations."""
    if provider not in _providers:
        _providers.append(provider)


def told(findings: Collection[int], *, on: date) -> dict[int, Answer]:
    """What is known on the day `on` of these findings; those that nobody knows anything of are missing."""
    answers: dict[int, Answer] = {}
    for provider in _providers if findings else ():
        answers |= provider(findings, on)
    return answers
