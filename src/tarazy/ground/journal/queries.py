"""Reading the journal: as far as each may see, and whether it is still as it was written."""

from collections.abc import Collection
from typing import Any

from django.db.models import Q, QuerySet

from tarazy.ground.journal.models import Entry
from tarazy.ground.journal.seals import seal_of


def entries_for(subject: str, sides: Collection[str], *, appointment: Any = None) -> QuerySet[Entry]:
    """What happened to `subject`, newest first: entries for one of these sides, and those that `appointment` wrote."""
    readable = Q(audience__overlap=sorted(map(str, sides)))
    if appointment is not None:
        readable |= Q(appointment_id=appointment.pk)
    return Entry.objects.filter(readable, subject=subject).order_by("-pk")


def verify(subject: str) -> Entry | None:
    """The first entry of `subject` that is not as it was written, or whose forerunner is missing; None when all is well.

    An entry cut off at the very end leaves no trace in the chain; keep the last seal elsewhere to see that too.
    """
    previous = ""
    for entry in Entry.objects.filter(subject=subject).order_by("pk").iterator():
        if entry.seal != seal_of(entry, previous):
            return entry
        previous = entry.seal
    return None
