"""The published decisions as open data: a line for each, read from the database in portions and never held whole."""

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse

from tarazy.external.register.models import Entry

PORTION = 500
COLUMNS = (
    "bin",
    "name_kk",
    "name_ru",
    "name_en",
    "level",
    "region",
    "agency",
    "kind",
    "programmes",
    "outcome",
    "decided_on",
    "certificate",
    "valid_from",
    "valid_until",
    "status",
    "status_on",
    "published_on",
    "deqar_report",
    "decision_address",
    "report_address",
    "demonstration",
)
# How a cell begins that a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def lines(entries: QuerySet[Entry], *, on: date) -> Iterator[dict[str, Any]]:
    """Each entry as a mapping of `COLUMNS`; `status` is that of the day `on`."""
    for entry in entries.order_by("pk").to_show().iterator(chunk_size=PORTION):
        yield _line(entry, on)


def as_csv(found: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Lines of CSV in UTF-8 with a mark at the beginning, by which spreadsheets know the letters."""
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(COLUMNS)
    for line in found:
        yield writer.writerow([cell(_flat(line[name])) for name in COLUMNS])


def as_json(found: Iterable[dict[str, Any]], *, on: date) -> Iterator[str]:
    """One JSON object: the day on which the statuses hold, and the entries."""
    yield f'{{"status_on": "{on.isoformat()}", "entries": ['
    for place, line in enumerate(found):
        yield (",\n" if place else "\n") + json.dumps(line, ensure_ascii=False)
    yield "\n]}\n"


def cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


class _Echo:
    """What `csv` writes is handed on at once."""

    def write(self, text):
        return text


def _flat(value):
    if isinstance(value, bool):
        return str(int(value))
    return " ".join(value) if isinstance(value, list) else value


def _line(entry: Entry, on: date) -> dict[str, Any]:
    institution, certificate = entry.institution, entry.certificate
    names = {f"name_{code}": name for code, name in institution.name.as_dict().items()}
    return {
        "bin": institution.bin,
        **names,
        "level": entry.level,
        "region": entry.region_id,
        "agency": entry.agency.acronym,
        "kind": entry.kind,
        "programmes": [programme.code for programme in entry.programmes.all()],
        "outcome": entry.outcome,
        "decided_on": entry.decided_on.isoformat(),
        "certificate": certificate.number if certificate else "",
        "valid_from": certificate.valid_from.isoformat() if certificate else "",
        "valid_until": certificate.valid_until.isoformat() if certificate else "",
        "status": entry.state_on(on),
        "status_on": on.isoformat(),
        "published_on": entry.published_at.date().isoformat(),
        "deqar_report": entry.deqar_report_id,
        "decision_address": settings.SITE_ADDRESS + entry.get_absolute_url(),
        "report_address": settings.SITE_ADDRESS + reverse("register:report", args=[entry.pk]),
        "demonstration": institution.is_demonstration or entry.decision.case.is_demonstration,
    }
