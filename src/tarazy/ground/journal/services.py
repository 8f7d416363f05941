"""Writing the journal: one entry, in the transaction of the act that it tells of."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction

from tarazy.ground.foundation.text import Text
from tarazy.ground.journal.models import Entry
from tarazy.ground.journal.seals import seal_of


@transaction.atomic
def write(
    *,
    subject: str,
    verb: str,
    by: Any,
    now: datetime,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    why: Any = "",
    audience: Collection[str] = (),
) -> Entry:
    """Write down one act and seal it to the subject's entry before it.

    `by` is the appointment that acted, None for the clock. `audience` are the sides that may read it. Returns the entry.
    """
    [entry] = write_each({"subject": subject, "before": before, "after": after}, verb=verb, by=by, now=now, why=why, audience=audience)
    return entry


@transaction.atomic
def write_each(*acts: Mapping[str, Any], verb: str, by: Any, now: datetime, why: Any = "", audience: Collection[str] = ()) -> list[Entry]:
    """Write down the same act on many subjects, in as many queries as one; each is a dict of `subject`, `before`, `after`.

    The rest is as `write` has it. Returns the entries in their order.
    """
    subjects = sorted({act["subject"] for act in acts})
    _one_writer_at_a_time(subjects)
    last = Entry.objects.filter(subject__in=subjects).order_by("subject", "-pk").distinct("subject")
    seals = dict(last.values_list("subject", "seal"))
    entries = []
    for act in acts:
        entry = Entry(
            at=now,
            person_id=getattr(by, "person_id", None),
            appointment_id=getattr(by, "pk", None),
            who=_who(by),
            subject=act["subject"],
            verb=verb,
            before=_plain(act.get("before") or {}),
            after=_plain(act.get("after") or {}),
            why=str(why),
            audience=sorted(map(str, audience)),
        )
        seals[entry.subject] = entry.seal = seal_of(entry, seals.get(entry.subject, ""))
        entries.append(entry)
    return Entry.objects.bulk_create(entries)


def _one_writer_at_a_time(subjects: list[str]) -> None:
    """Hold the subjects until the transaction ends, or two entries could be sealed to the same forerunner."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(subject, 0)) FROM unnest(%s::text[]) AS subject", [subjects])


def _who(by: Any) -> dict[str, Any]:
    if by is None:
        return {}
    return {"name": by.person.name, "role": by.role, "body": by.body.name.as_dict()}


class _Encoder(DjangoJSONEncoder):
    def default(self, o: Any) -> Any:
        return o.as_dict() if isinstance(o, Text) else super().default(o)


def _plain(value: Mapping[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(json.dumps(value, cls=_Encoder))
    return plain
