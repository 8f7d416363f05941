"""Changing the calendar: each change is in the journal, with the person who made it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tarazy.ground.foundation.models import CalendarDay, SchoolPeriod
from tarazy.ground.foundation.text import Text
from tarazy.ground.journal.services import write
from tarazy.ground.people.models import Person

SUBJECT = "calendar"
READERS = ("staff",)
type Row = CalendarDay | SchoolPeriod


@transaction.atomic
def add(row: Row, *, name: Text, editor: Person, now: datetime) -> None:
    """Keep a new day or period. Deadlines that are set from now on follow it; those that run keep their day."""
    if isinstance(row, CalendarDay):
        row.reason = name
    else:
        row.name = name
    row.save(force_insert=True)
    _record("calendar.added", row, editor, now)


@transaction.atomic
def remove(row: Row, *, editor: Person, now: datetime) -> None:
    """Take a day or a period away."""
    _record("calendar.removed", row, editor, now)
    row.delete()


def _record(verb: str, row: Row, editor: Person, now: datetime) -> None:
    after = {"editor": editor.name, "editor_id": editor.pk, "row": _in_words(row)}
    write(subject=SUBJECT, verb=verb, by=None, now=now, after=after, audience=READERS)


def _in_words(row: Row) -> Any:
    if isinstance(row, CalendarDay):
        return {code: f"{row.day:%Y-%m-%d}, {text}" for code, text in row.reason.as_dict().items()}
    return {code: f"{row.school_year}, {text}" for code, text in row.name.as_dict().items()}
