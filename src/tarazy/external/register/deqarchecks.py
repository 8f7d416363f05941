"""What DEQAR would refuse of a submission, or what we could not fill in, each in a sentence that says what to do.

DEQAR judges its root rules only for new reports, not for changed ones, and names a wrong field in its own words; so the
rules are judged here, for both.
"""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from tarazy.external.register.deqar import payload, profile
from tarazy.external.register.models import Entry

IDENTIFIER_LIMIT, DEQAR_ID_LIMIT, PROGRAMME_CODE_LIMIT = 255, 25, 50


def problems(entry: Entry) -> list[str]:
    """Everything that stands between this entry and DEQAR, in the order in which it is to be mended."""
    return [*_settings(entry), *refusals(payload(entry), kind=entry.kind, registered=_registered(entry)), *_programmes_known(entry)]


def refusals(sent: dict[str, Any], *, kind: str, registered: tuple[str, str] = ("", "")) -> list[str]:
    """What DEQAR's own rules would refuse of `sent`; `registered` is the agency's term in the European register, ISO days."""
    return [*_root(sent, registered), *_parts(sent, kind)]


def _settings(entry: Entry) -> Iterator[str]:
    known, agency = profile(entry), entry.agency.acronym
    if not known.get("activities", {}).get(entry.kind):
        yield _(
            "The settings do not name the activity in DEQAR under which %(agency)s reports this kind of accreditation. "
            "Its number stands in the agency’s account at DEQAR; the administrator of the platform enters it."
        ) % {"agency": agency}
    if str(known.get("status", "")) not in ("1", "2"):
        yield _(
            "The settings do not say whether the reports of %(agency)s belong to the obligatory system (1) or are voluntary (2). "
            "The administrator of the platform enters it."
        ) % {"agency": agency}


def _registered(entry: Entry) -> tuple[str, str]:
    known = profile(entry)
    return str(known.get("registered_from") or ""), str(known.get("registered_until") or "")


def _root(sent: dict[str, Any], registered: tuple[str, str]) -> Iterator[str]:
    begins, ends, (since, until) = sent.get("valid_from", ""), sent.get("valid_to", ""), registered
    if "decision" not in sent:
        yield _("DEQAR has no word for this outcome of the council.")
    if ends and ends <= begins:
        yield _("The decision must end after it begins.")
    if (since and begins < since) or (until and begins > until):
        yield _("The decision begins outside the agency’s term in the European register: DEQAR takes no report on it.")
    if not sent.get("report_files"):
        yield _("There is no published report file; DEQAR shows no report without one.")
    if len(sent.get("local_identifier", "")) > IDENTIFIER_LIMIT:
        yield _("The number of the case is longer than DEQAR takes.")


def _parts(sent: dict[str, Any], kind: str) -> Iterator[str]:
    institutions, programmes = sent.get("institutions", []), sent.get("programmes", [])
    if len(institutions) != 1:
        yield _("A report of this kind names exactly one organisation.")
    if any(len(institution.get("deqar_id", "")) > DEQAR_ID_LIMIT for institution in institutions):
        yield _("The organisation’s number in DEQAR is too long: correct it on the organisation’s page.")
    if kind == "programme" and not programmes:
        yield _("A report on programmes names at least one programme.")
    if kind != "programme" and programmes:
        yield _("A report on an organisation names no programmes.")
    if any(len(part["identifier"]) > PROGRAMME_CODE_LIMIT for each in programmes for part in each.get("identifiers", [])):
        yield _("The code of a programme is longer than DEQAR takes.")


def _programmes_known(entry: Entry) -> Iterator[str]:
    for programme in entry.programmes.all() if entry.kind == "programme" else ():
        name = {"programme": f"{programme.code} {programme.name}"}
        if programme.nqf_level not in (5, 6, 7, 8):
            yield _("%(programme)s: the level of the national qualifications framework must be 5, 6, 7 or 8.") % name
        if not programme.name:
            yield _("%(programme)s has no name.") % name
