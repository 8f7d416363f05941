"""What stands above the forms of the registrar's steps, for the sides that may read them."""

from typing import Any

from django.urls import reverse

from tarazy.external.cases.models import Case
from tarazy.external.cases.rules import sides_of
from tarazy.external.cases.states import Side
from tarazy.external.decisions.models import Decision
from tarazy.external.register.deqar import payload
from tarazy.external.register.deqarchecks import problems
from tarazy.external.register.models import Certificate, Entry
from tarazy.external.register.queries.standing import granted
from tarazy.external.register.states import KINDS
from tarazy.ground.people.models import Appointment

NAMES = (("Қазақша", "kk"), ("Русский", "ru"), ("English", "en"))


def certificate_of(case: Case) -> Certificate | None:
    """The certificate of the case's standing decision with its changes, None before it is issued."""
    issued = Certificate.objects.filter(decision__case=case, decision__set_aside_at=None)
    return issued.select_related("decision").prefetch_related("changes").first()


def entry_of(case: Case) -> Entry | None:
    """The case's entry in the register, None before publication."""
    return Entry.objects.filter(decision__case=case).to_show().select_related("decision__case__report").order_by("-pk").first()


def context_certificate(case: Case, appointment: Appointment | None) -> dict[str, Any]:
    """What the certificate will say or says; a name that is missing in a language is shown as missing."""
    decision = _decision(case)
    return {
        "decision": decision,
        "certificate": _certificate(decision),
        "kind_said": KINDS[case.kind],
        "names": [(language, code, getattr(case.institution.name, code)) for language, code in NAMES],
        "programmes": list(case.programmes.all()),
    }


def context_publication(case: Case, appointment: Appointment | None) -> dict[str, Any]:
    """Everything that becomes public with this step, to be checked before it does; afterwards its address."""
    decision = _decision(case)
    return {
        "decision": decision,
        "outcome_said": granted(Entry(outcome=decision.outcome, kind=case.kind)) if decision else "",
        "certificate": _certificate(decision),
        "kind_said": KINDS[case.kind],
        "programmes": list(case.programmes.all()),
        "report_document": case.documents.filter(document=case.report.document_id).first() if hasattr(case, "report") else None,
        "entry": entry_of(case),
    }


def context_ministry(case: Case, appointment: Appointment | None) -> dict[str, Any]:
    """The letter and the table to download, for the agency; the entry that they tell of."""
    entry = entry_of(case)
    inside = Side.AGENCY in sides_of(appointment, case) and entry is not None
    return {
        "entry": entry,
        "letters": [(name, code, reverse("register:ministry_letter", args=[case.number, code])) for name, code in NAMES] if inside else [],
        "table_url": reverse("register:ministry_table", args=[case.number]) if inside else "",
    }


def context_deqar(case: Case, appointment: Appointment | None) -> dict[str, Any]:
    """What would be sent to DEQAR and what stands in its way, for the agency; the number DEQAR gave, for all readers."""
    entry = entry_of(case)
    if entry is None or Side.AGENCY not in sides_of(appointment, case):
        return {"entry": entry, "deqar_url": "", "deqar_problems": [], "deqar": {}}
    return {
        "entry": entry,
        "deqar": payload(entry),
        "deqar_problems": problems(entry),
        "deqar_url": reverse("register:deqar", args=[case.number]),
    }


def _decision(case: Case) -> Decision | None:
    return case.decisions.filter(set_aside_at=None).first()


def _certificate(decision: Decision | None) -> Certificate | None:
    return Certificate.objects.prefetch_related("changes").filter(decision=decision).first() if decision else None
