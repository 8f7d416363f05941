"""Counting a vote: a pure function of who did what, so that its promises can be tested on thousands of councils."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

PERCENT = 100


@dataclass(frozen=True, slots=True)
class Voice:
    """What one seat did at a question; a seat without a vote that is not recused was absent, or has not voted yet."""

    seat: int
    vote: str = ""
    recused: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """The count: how many seats, how many of them recused, how many took part, what was needed, and who got what."""

    members: int
    recused: int
    present: int
    quorum: int
    majority: int
    votes: Mapping[str, int] = field(default_factory=dict)

    @property
    def has_quorum(self) -> bool:
        """Whether enough of the members who are not recused took part."""
        return self.present >= self.quorum

    @property
    def outcome(self) -> str:
        """The outcome behind which the majority stands, or "" where there is none; a tie is no majority."""
        leading = sorted(self.votes.items(), key=lambda pair: -pair[1])[:2]
        if not leading or leading[0][1] < self.majority:
            return ""
        tied = len(leading) > 1 and leading[0][1] == leading[1][1]
        return "" if tied else leading[0][0]

    def as_dict(self) -> dict[str, Any]:
        """The stored form."""
        numbers = {key: getattr(self, key) for key in ("members", "recused", "present", "quorum", "majority")}
        return {**numbers, "votes": dict(sorted(self.votes.items()))}


def count(voices: Iterable[Voice], *, quorum_percent: int, majority_percent: int) -> Tally:
    """Count a vote by the rulebook's two percentages, each rounded up to whole people and never less than one.

    The quorum is a share of the seats that are not recused, the majority a share of the votes cast. Where one seat is
    named twice its later voice counts; a recused seat never counts, whatever it voted before.
    """
    seats = {voice.seat: voice for voice in voices}
    recused = sum(voice.recused for voice in seats.values())
    votes = Counter(voice.vote for voice in seats.values() if voice.vote and not voice.recused)
    return Tally(
        members=len(seats),
        recused=recused,
        present=votes.total(),
        quorum=share(len(seats) - recused, quorum_percent),
        majority=share(votes.total(), majority_percent),
        votes=dict(votes),
    )


def share(people: int, percent: int) -> int:
    """`percent` of `people`, rounded up; at least one."""
    return max(1, -(-people * percent // PERCENT))
