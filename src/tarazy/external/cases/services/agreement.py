"""From the application to the signed contract (S4 1.1-1.2)."""

from django.utils.translation import gettext as _

from tarazy.external.cases.contract import contract_letter
from tarazy.external.cases.models import Contract
from tarazy.external.cases.services.records import attach, keep_record
from tarazy.external.cases.states import Side
from tarazy.ground.documents.services import store_bytes
from tarazy.ground.documents.typeset import typeset
from tarazy.ground.foundation.errors import Refused
from tarazy.internal.selfassessment.services import begin
from tarazy.reference.agencies.queries import rulebook_in_force
from tarazy.reference.standards.queries import in_force

PARTIES = (Side.INSTITUTION, Side.AGENCY)


def record_application(act):
    """The institution describes itself and hands in copies of its licence (S4 1.1, R233)."""
    keep_record(act)
    act.subject.description = act.data["description"]
    act.subject.save(update_fields=["description"])


def record_capability_review(act):
    """The agency weighs whether it can do this work, and says why (R222, R223)."""
    keep_record(act)


def record_procurement(act):
    """The state-owned institution names the procurement on the portal, without which it may not sign (R234)."""
    keep_record(act)


def draw_up_contract(act):
    """The agency fills in price and dates; the contract is typeset and both may read it (S4 1.2, R234).

    A contract that came back gets a new version; earlier confirmations fall away.
    """
    case, data = act.subject, act.data
    language = data["language"]
    existing = Contract.objects.filter(case=case).first()
    number = existing.number if existing else f"{case.agency.acronym}-{case.number}"
    letter = contract_letter(case, number=number, data=data, language=language, today=act.today)
    version = store_bytes(
        typeset("documents/letter.typ", letter, language=language),
        name=f"contract-{number}.pdf",
        title=letter["title"],
        by=act.by,
        now=act.now,
        language=language,
        document=existing.version.document if existing else None,
    )
    fields = {key: data[key] for key in ("price", "report_due_on", "visit_planned_for")}
    Contract.objects.update_or_create(
        case=case,
        defaults={**fields, "number": number, "version": version, "institution_signed_at": None, "institution_signed_by": None},
    )
    if existing is None:
        attach(case, version, step=act.step, round=act.round, sides=PARTIES)
    keep_record(act)


def answer_contract_for_institution(act):
    """The head of the institution confirms this very version, or returns it with what should change."""
    if act.outcome == "confirm":
        contract = act.subject.contract
        _same_version(act, contract)
        contract.institution_signed_at, contract.institution_signed_by = act.now, act.by
        contract.save(update_fields=["institution_signed_at", "institution_signed_by"])
    keep_record(act)


def confirm_contract_for_agency(act):
    """The agency confirms. From here the case keeps its rulebook and standards for good, and the self-assessment begins."""
    case = act.subject
    contract = case.contract
    _same_version(act, contract)
    contract.agency_signed_at, contract.agency_signed_by = act.now, act.by
    contract.save(update_fields=["agency_signed_at", "agency_signed_by"])
    case.rulebook = rulebook_in_force(case.agency, act.today)
    case.standards = in_force(case.standards.replaces or case.standards.key, act.today, case.agency) or case.standards
    case.selfassessment = begin(
        institution=case.institution,
        standards=case.standards,
        scale=case.values["scale"],
        purpose=f"case:{case.number}",
        today=act.today,
    )
    case.save(update_fields=["rulebook", "standards", "selfassessment"])
    keep_record(act)


def _same_version(act, contract):
    seen = act.data.get("version")
    if seen and int(seen) != contract.version_id:
        raise Refused(_("The contract was changed after you opened the page. Read the new version first."))
