"""The submission of one published report to DEQAR, EQAR's database of external quality assurance results (R255).

`payload` builds the object that DEQAR's submission API takes; `problems` says in sentences what DEQAR would refuse, for
it must be known before sending. Vocabulary ids are strings, dates are ISO, empty keys are left out, and no key is
written that DEQAR does not know: it would ignore it silently.
"""

from typing import Any

from django.conf import settings
from django.urls import reverse

from tarazy.external.register.models import Entry
from tarazy.reference.institutions.models import Programme

DATE_FORMAT = "%Y-%m-%d"
DECISIONS = {"accredited": "1", "conditional": "2", "refused": "3"}
# QF-EHEA by level of the national framework: short cycle, first, second, third.
QF_EHEA = {5: "0", 6: "1", 7: "2", 8: "3"}
FULL_DEGREE = "1"
BIN_RESOURCE = "KZ-BIN"
NAME_LIMIT, OTHER_NAME_LIMIT = 255, 200


def profile(entry: Entry) -> dict[str, Any]:
    """What the platform's settings say of the entry's agency in DEQAR.

    `settings.DEQAR` maps an agency's acronym to `{"activities": {kind: id}, "status": "1" or "2", "registered_from",
    "registered_until"}`: the ids that EQAR gave to its activities, whether its reports belong to the obligatory system
    (1) or are voluntary (2), and its term in the European register. An agency that is missing gives an empty profile.
    """
    return getattr(settings, "DEQAR", {}).get(entry.agency.acronym, {})


def payload(entry: Entry) -> dict[str, Any]:
    """The object to submit. What is unknown is absent; `problems.problems` says what that means."""
    decision, case = entry.decision, entry.decision.case
    known = profile(entry)
    activity = known.get("activities", {}).get(entry.kind)
    begins = decision.valid_from or entry.decided_on
    whole = {
        "agency": entry.agency.acronym,
        "local_identifier": case.number,
        "activities": [{"id": str(activity)}] if activity else [],
        "status": str(known.get("status", "")),
        "decision": DECISIONS.get(entry.outcome, ""),
        "valid_from": begins.strftime(DATE_FORMAT),
        "valid_to": entry.valid_until.strftime(DATE_FORMAT) if entry.valid_until else "",
        "date_format": DATE_FORMAT,
        "report_links": [{"link": _address("register:entry", entry), "link_display_name": "Decision in the register"}],
        "report_files": _files(entry),
        "institutions": [_institution(entry)],
        "programmes": [_programme(programme) for programme in entry.programmes.all()] if entry.kind == "programme" else [],
    }
    return _without_empty(whole)


def _files(entry):
    version = entry.report_version
    if version is None:
        return []
    language = version.language or entry.decision.case.report.language
    return [
        {
            "original_location": _address("register:report", entry),
            "display_name": version.name,
            "report_language": [language],
        }
    ]


def _institution(entry):
    if entry.institution.deqar_id:
        return {"deqar_id": entry.institution.deqar_id}
    return {"identifier": entry.institution.bin, "resource": BIN_RESOURCE}


def _programme(programme: Programme) -> dict[str, Any]:
    primary, language = programme.name.said_in("en")
    others = {code: getattr(programme.name, code) for code in ("kk", "ru", "en") if code != language}
    level = programme.nqf_level
    return {
        "identifiers": [{"identifier": programme.code}],
        "name_primary": primary[:NAME_LIMIT],
        "qualification_primary": getattr(programme.qualification, language)[:NAME_LIMIT],
        "alternative_names": [
            {
                "name_alternative": name[:OTHER_NAME_LIMIT],
                "qualification_alternative": getattr(programme.qualification, code)[:OTHER_NAME_LIMIT],
            }
            for code, name in others.items()
            if name and name != primary
        ],
        "nqf_level": f"level {level}" if level else "",
        "qf_ehea_level": QF_EHEA.get(level or 0, ""),
        "degree_outcome": FULL_DEGREE,
        "workload_ects": programme.credits,
    }


def _address(name, entry):
    return settings.SITE_ADDRESS + reverse(name, args=[entry.pk])


def _without_empty(value):
    """`value` without keys that say nothing, at any depth: DEQAR refuses an empty text where it takes an absent one."""
    if isinstance(value, dict):
        clean = {key: _without_empty(part) for key, part in value.items()}
        return {key: part for key, part in clean.items() if part not in ("", None, [], {})}
    return [_without_empty(part) for part in value] if isinstance(value, list) else value
