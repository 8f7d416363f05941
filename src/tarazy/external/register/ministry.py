"""What the ministry is told for the national registers: 2 of accredited organisations, 3 of accredited programmes (R256).

The form in which the ministry wants it is not published, so it is a letter and a table of the same facts.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from tarazy.external.register.models import Entry
from tarazy.external.register.queries.standing import granted
from tarazy.external.register.states import KINDS
from tarazy.ground.people.models import Appointment
from tarazy.ground.ui.dates import day as written
from tarazy.reference.institutions.models import Authority

COLUMNS = (
    "register",
    "organisation_bin",
    "organisation_kk",
    "organisation_ru",
    "organisation_en",
    "region_code",
    "programme_code",
    "programme_kk",
    "programme_ru",
    "programme_en",
    "agency",
    "outcome",
    "decided_on",
    "certificate",
    "valid_from",
    "valid_until",
    "address",
)


def register_number(entry: Entry) -> int:
    """Which of the national registers the decision belongs to."""
    return 3 if entry.kind == "programme" else 2


def authority_for(entry: Entry, *, on: date) -> Authority | None:
    """The ministry that is authorised for the entry's level on the day; None where none is known."""
    ministries = Authority.objects.filter(Q(since=None) | Q(since__lte=on), Q(until=None) | Q(until__gte=on), region=None)
    return ministries.filter(levels__contains=[entry.level]).order_by("pk").first()


def table(entry: Entry, *, address: str) -> Iterator[tuple[str, ...]]:
    """The lines of the CSV, the names of the columns first: one for the organisation, or one for each programme."""
    yield COLUMNS
    institution, certificate = entry.institution, entry.certificate
    head = (str(register_number(entry)), institution.bin, *institution.name.as_dict().values(), entry.region_id)
    tail = (
        entry.agency.acronym,
        entry.outcome,
        entry.decided_on.isoformat(),
        certificate.number if certificate else "",
        certificate.valid_from.isoformat() if certificate else "",
        certificate.valid_until.isoformat() if certificate else "",
        address,
    )
    programmes = [(each.code, *each.name.as_dict().values()) for each in entry.programmes.all()]
    for programme in programmes if register_number(entry) == 3 else [("", "", "", "")]:  # noqa: PLR2004 (the register's number)
        yield (*head, *programme, *tail)


def letter(entry: Entry, *, by: Appointment, on: date, address: str, language: str) -> dict[str, Any]:
    """The letter as data for `documents/letter.typ`, in `language`."""
    authority = authority_for(entry, on=on)
    with translation.override(language):
        return {
            "title": _("Information for the national register %(number)s") % {"number": register_number(entry)},
            "date": on,
            "sender": entry.agency.name.said_in(language)[0],
            "addressee": authority.name.said_in(language)[0] if authority else _("To the authorised body in the field of education"),
            "blocks": [
                {"paragraphs": [_opening(entry)]},
                {"facts": _facts(entry, address, language)},
                *_programmes(entry, language),
            ],
            "signatures": [{"name": by.person.name, "post": str(by.role_name), "note": ""}],
            "demo": entry.decision.case.is_demonstration,
        }


def _opening(entry):
    if register_number(entry) == 2:  # noqa: PLR2004 (the register's number)
        return _("We inform you of a decision on the accreditation of an organisation, for Register 2 (accredited organisations).")
    return _("We inform you of a decision on the accreditation of programmes, for Register 3 (accredited programmes).")


def _facts(entry, address, language):
    certificate = entry.certificate
    facts = [
        [_("Organisation"), entry.institution.name.said_in(language)[0]],
        [_("BIN"), entry.institution.bin],
        [_("Region"), entry.region.name.said_in(language)[0]],
        [_("Kind"), str(KINDS[entry.kind])],
        [_("Decision"), granted(entry)],
        [_("Decided on"), written(entry.decided_on)],
    ]
    if certificate:
        facts += [
            [_("Certificate"), certificate.number],
            [_("Valid from"), written(certificate.valid_from)],
            [_("Valid until"), written(certificate.valid_until)],
        ]
    return [*facts, [_("Decision and report in the register"), address]]


def _programmes(entry, language):
    rows = [[each.code, each.name.said_in(language)[0]] for each in entry.programmes.all()]
    if entry.kind != "programme" or not rows:
        return []
    return [{"heading": _("Programmes"), "table": {"head": [_("Code"), _("Programme")], "rows": rows, "widths": [1, 4]}}]
