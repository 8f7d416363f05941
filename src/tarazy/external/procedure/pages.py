"""What each step's page is made of: its form, the work page behind it, and what is shown above the form."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tarazy.external.cases import forms as cases
from tarazy.external.cases import queries as case_queries
from tarazy.external.decisions import forms as decisions
from tarazy.external.decisions import queries as decision_queries
from tarazy.external.monitoring import forms as monitoring
from tarazy.external.redress import forms as redress
from tarazy.external.register import forms as register
from tarazy.external.reviews import forms as reviews
from tarazy.external.seminars import forms as seminars


@dataclass(frozen=True, slots=True)
class StepPage:
    """`work` is the url name (argument: the case's number) where the step's work is done; `panel` a template above the form."""

    form: type[cases.StepForm] = cases.StepForm
    work: str = ""
    panel: str = ""
    context: Callable[[Any, Any], dict[str, Any]] | None = None


STEP_PAGES = {
    "application": StepPage(cases.ApplicationForm),
    "capability_review": StepPage(cases.CapabilityReviewForm, panel="cases/steps/application_facts.html", context=case_queries.context_application),
    "procurement": StepPage(cases.ProcurementForm),
    "contract": StepPage(cases.ContractForm),
    "contract_institution": StepPage(cases.ContractInstitutionForm, panel="cases/steps/contract.html", context=case_queries.context_contract),
    "contract_agency": StepPage(cases.ContractAgencyForm, panel="cases/steps/contract.html", context=case_queries.context_contract),
    "coordinator": StepPage(cases.CoordinatorForm),
    "preliminary_visit": StepPage(cases.VisitRecordForm),
    "preliminary_audit": StepPage(cases.VisitRecordForm),
    "site_visit": StepPage(cases.SiteVisitForm),
}
