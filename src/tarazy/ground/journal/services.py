"""Writing the journal: one entry, in the transaction of the act that it tells of."""

import hashlib
import json

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction

from tarazy.ground.journal.models import Entry


@transaction.atomic
def write(*, subject, verb, by, now, before=None, after=None, why="", audience=()):  # noqa: PLR0913 (an act has many sides)
    """Write down one act and seal it to the subject's entry before it.

    `by` is the appointment that acted, None for the clock. `audience` are the sides that may read it. Returns the entry.
    """
    with (
        connection.cursor() as cursor
    ):  # one writer per subject at a time, or two entries could seal the same one
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [subject]
        )
    last = (
        Entry.objects.filter(subject=subject)
        .order_by("-pk")
        .values_list("seal", flat=True)
        .first()
        or ""
    )
    entry = Entry(
        at=now,
        person_id=getattr(by, "person_id", None),
        appointment_id=getattr(by, "pk", None),
        who=_who(by),
        subject=subject,
        verb=verb,
        before=_plain(before or {}),
        after=_plain(after or {}),
        why=why,
        audience=sorted(audience),
    )
    entry.seal = seal_of(entry, last)
    entry.save(force_insert=True)
    return entry


def seal_of(entry, previous_seal):
    """SHA-256 over the entry's content and the seal before it, in hexadecimal."""
    content = [
        previous_seal,
        entry.at.isoformat(),
        entry.appointment_id,
        entry.who,
        entry.subject,
        entry.verb,
    ]
    content += [entry.before, entry.after, entry.why, list(entry.audience)]
    return hashlib.sha256(
        json.dumps(content, sort_keys=True, ensure_ascii=False).encode()
    ).hexdigest()


def _who(by):
    if by is None:
        return {}
    return {"name": by.person.name, "role": by.role, "body": by.body.name.as_dict()}


def _plain(value):
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))
