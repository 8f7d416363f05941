"""The journal of a body's people."""

from datetime import datetime
from typing import Any

from tarazy.ground.journal import services as journal
from tarazy.ground.people.models import Appointment, Body

READERS = ("body",)


def subject_of(body: Body | int) -> str:
    """The journal's name for a body."""
    return f"body:{body if isinstance(body, int) else body.pk}"


def record(verb: str, *, body: Body | int, by: Appointment | None, now: datetime, **after: Any) -> None:
    """Write down what happened to the people of `body`; its leaders read it."""
    journal.write(subject=subject_of(body), verb=verb, by=by, now=now, after=after, audience=READERS)
