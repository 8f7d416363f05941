"""Refusals: what a person may not or cannot do now, said in a sentence that they can act on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason, as a translated sentence, with the address of what is missing (or "")."""

    text: str
    url: str = ""


class Refused(Exception):
    """An act was refused; nothing was changed. `reasons` are `Refusal`s."""

    def __init__(self, *reasons):
        self.reasons = tuple(reason if isinstance(reason, Refusal) else Refusal(str(reason)) for reason in reasons)
        super().__init__("; ".join(str(reason.text) for reason in self.reasons))


class NotYours(Refused):
    """The act is another person's, or the thing is not visible to this one."""


class Stale(Refused):
    """Somebody did it first; `since` holds the journal entries that came meanwhile."""

    def __init__(self, *reasons, since=()):
        super().__init__(*reasons)
        self.since = tuple(since)
