"""Reading notices."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, QuerySet

from tarazy.ground.notices.models import Notice
from tarazy.ground.people.models import Person
from tarazy.ground.people.queries import invitation_paths

# The address of an invitation holds its token, which is nowhere stored: it is made when the letter is sent or shown.
INVITATION = "invitation:"


def unread_count(person: Any) -> int:
    """How many notices this person has not marked as read; 0 for the public."""
    return Notice.objects.visible_to(person).unread().count() if person.is_authenticated else 0


def addressed(notices: Iterable[Notice]) -> list[Notice]:
    """The notices, each with its `address` (a path, or ""), in at most one query."""
    found = list(notices)
    invitations = {int(n.url.removeprefix(INVITATION)) for n in found if n.url.startswith(INVITATION)}
    paths = invitation_paths(invitations) if invitations else {}
    for notice in found:
        key = notice.url.removeprefix(INVITATION)
        notice.address = paths.get(int(key), "") if key != notice.url else notice.url
    return found


def receivers() -> QuerySet[Person]:
    """Everybody who was ever written to, with `letters`, how many."""
    return Person.objects.filter(notices__isnull=False).annotate(letters=Count("notices")).order_by("name", "pk")
