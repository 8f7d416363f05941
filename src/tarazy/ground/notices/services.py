"""Telling people. A notice is written in the transaction of its cause: an act that is undone tells nobody."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import translation

from tarazy.ground.notices import tasks
from tarazy.ground.notices.letters import plain_text
from tarazy.ground.notices.models import Notice
from tarazy.ground.people.models import Person

type Message = Any  # a lazy string, or a function that is called in the receiver's language


def from_template(template: str, **words: Any) -> Callable[[], str]:
    """A `Message` from a template of plain text (`<room>/templates/<room>/letters/x.txt`)."""
    return lambda: plain_text(template, **words)


@transaction.atomic
def tell(people: Iterable[Person], *, subject: Message, body: Message, url: str, cause: str, now: datetime) -> None:
    """Write one notice to each of `people`, in their own language, and queue its e-mail.

    Idempotent by `cause` and person: told twice, they read it once. Closed accounts are left out. `url` is a path of
    this site, or "".
    """
    said: dict[str, tuple[str, str]] = {}
    receivers = {person.pk: person for person in people if person.is_active}.values()
    for language in {person.language for person in receivers}:
        with translation.override(language):
            said[language] = (" ".join(_said(subject).split())[:300], _said(body).strip())
    Notice.objects.bulk_create([_notice(person, said[person.language], url, cause, now) for person in receivers], ignore_conflicts=True)
    ids = Notice.objects.filter(cause=cause, person__in=receivers, tries=0, sent_at=None).values_list("pk", flat=True)
    if waiting := sorted(ids):
        tasks.deliver.defer(ids=waiting)


@transaction.atomic
def mark_read(*, person: Person, now: datetime, pk: int | None = None) -> int:
    """Mark this person's notice `pk`, or all of theirs, as read; how many were unread until now."""
    mine = Notice.objects.visible_to(person).unread()
    return (mine if pk is None else mine.filter(pk=pk)).update(read_at=now)


def _said(message: Message) -> str:
    return str(message() if callable(message) else message)


def _notice(person: Person, said: tuple[str, str], url: str, cause: str, now: datetime) -> Notice:
    subject, body = said
    return Notice(person=person, language=person.language, subject=subject, body=body, url=url, cause=cause, created_at=now)
