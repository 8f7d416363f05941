"""The public's search. It begins at published entries, so a case that is not published cannot be found or counted."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.core.paginator import Page, Paginator
from django.db.models import Count, Max

from tarazy.external.register.models import Certificate, Entry, EntryQuerySet
from tarazy.external.register.queries.standing import Standing, standing
from tarazy.external.register.queries.verification import spelled
from tarazy.external.register.status import VALID
from tarazy.ground.foundation.fields import plain
from tarazy.ground.people.models import Body
from tarazy.reference.institutions.models import Institution, Region

ROWS = 20
ENTRIES_SHOWN = 3
# More organisations than there are: the limit makes the database find names first, by their index, whatever else is asked.
FENCE = 1_000_000
BIN = re.compile(r"\d{12}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader looks for; an empty value asks for nothing. `on` is the day on which all is judged."""

    on: date
    q: str = ""
    level: str = ""
    region: str = ""
    agency: str = ""
    outcome: str = ""
    state: str = ""


@dataclass(slots=True)
class Row:
    """An organisation with those of its decisions that were looked for, the newest first."""

    institution: Institution
    entries: list[tuple[Entry, Standing]]
    more: int = 0


def found(asked: Asked) -> EntryQuerySet:
    """The published decisions that answer `asked`, as they stood on its day; those taken later are left out."""
    entries = _named(Entry.objects.decided_by(asked.on), asked.q.strip())
    wanted = {"level": asked.level, "region": asked.region, "agency": asked.agency, "outcome": asked.outcome}
    entries = entries.filter(**{name: value for name, value in wanted.items() if value})
    return entries.in_state(asked.state, asked.on) if asked.state else entries


def rows(entries: EntryQuerySet, *, number: str | int, on: date) -> tuple[Page, list[Row]]:
    """One page of organisations, those decided on last first; four queries beyond the count, however many there are."""
    grouped = entries.order_by().values("institution").annotate(newest=Max("decided_on"))
    page = Paginator(grouped.order_by("-newest", "institution"), ROWS).get_page(number)
    keys = [group["institution"] for group in page.object_list]
    lines: dict[int, Row] = {}
    for entry in entries.filter(institution__in=keys).order_by("-decided_on", "-pk").to_show():
        row = lines.setdefault(entry.institution_id, Row(entry.institution, []))
        if len(row.entries) < ENTRIES_SHOWN:
            row.entries.append((entry, standing(entry, on)))
        else:
            row.more += 1
    return page, [lines[key] for key in keys if key in lines]


def in_force_by_region(asked: Asked) -> dict[str, int]:
    """How many decisions are in force on the day in each region, whatever region and state are asked for."""
    everywhere = Asked(on=asked.on, q=asked.q, level=asked.level, agency=asked.agency, outcome=asked.outcome, state=VALID)
    counted = found(everywhere).order_by().values("region").annotate(count=Count("pk"))
    return dict(counted.values_list("region", "count"))


def by_region(counts: dict[str, int], regions: list[Region]) -> list[tuple[Region, int]]:
    """The regions with their counts for the table, the largest first."""
    return sorted(((region, counts.get(region.code, 0)) for region in regions), key=lambda pair: (-pair[1], pair[0].code))


def _named(entries: EntryQuerySet, q: str) -> EntryQuerySet:
    """Those of organisations with this BIN, certificate number or name; a name's words may be cut short at their ends."""
    if not q:
        return entries
    if BIN.fullmatch(q):
        return entries.filter(institution__bin=q)
    if certificates := list(Certificate.objects.filter(number__in=spelled(q), entry__isnull=False).values_list("pk", flat=True)):
        return entries.filter(certificate__in=certificates)
    words = re.findall(r"[^\W_]+", plain(q))
    return entries.filter(institution__in=_bodies(words)) if words else entries.none()


def _bodies(words: list[str]) -> Any:
    query = SearchQuery(" & ".join(f"{word}:*" for word in words), search_type="raw", config="simple")
    return Body.objects.annotate(words=SearchVector("search", config="simple")).filter(words=query).values("pk")[:FENCE]
