"""What each step's page is made of: its form, the work page behind it, and what is shown above the form."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tarazy.external.cases import forms as cases
from tarazy.external.cases import queries as case_queries
from tarazy.external.decisions import forms as decisions
from tarazy.external.decisions import queries as decision_queries
from tarazy.external.monitoring import forms as monitoring
from tarazy.external.monitoring.queries import steps as monitoring_queries
from tarazy.external.redress import forms as redress
from tarazy.external.redress import queries as redress_queries
from tarazy.external.register import forms as register
from tarazy.external.register.queries import steps as register_queries
from tarazy.external.reviews import forms as reviews
from tarazy.external.reviews.queries import panel as panel_queries
from tarazy.external.reviews.queries import report as report_queries
from tarazy.external.reviews.queries import technical as technical_queries
from tarazy.external.seminars import forms as seminars
from tarazy.external.visits import forms as visits
from tarazy.external.visits import queries as visit_queries


@dataclass(frozen=True, slots=True)
class StepPage:
    """`work` is the url name (argument: the case's number) where the step's work is done; `panel` a template above the form."""

    form: type[cases.StepForm] = cases.StepForm
    work: str = ""
    panel: str = ""
    context: Callable[[Any, Any], dict[str, Any]] | None = None


PREPARATION = {
    "application": StepPage(cases.ApplicationForm),
    "capability_review": StepPage(
        cases.CapabilityReviewForm, panel="cases/steps/application_facts.html", context=case_queries.context_application
    ),
    "procurement": StepPage(cases.ProcurementForm),
    "contract": StepPage(cases.ContractForm),
    "contract_institution": StepPage(
        cases.ContractInstitutionForm, panel="cases/steps/contract.html", context=case_queries.context_contract
    ),
    "contract_agency": StepPage(cases.ContractAgencyForm, panel="cases/steps/contract.html", context=case_queries.context_contract),
    "coordinator": StepPage(cases.CoordinatorForm),
    "preliminary_visit": StepPage(cases.VisitRecordForm),
    "seminar": StepPage(seminars.SeminarForm),
    "self_assessment_first": StepPage(work="cases:selfassessment"),
    "technical_review": StepPage(
        reviews.TechnicalReviewForm,
        work="reviews:technical",
        panel="reviews/steps/technical_review.html",
        context=technical_queries.context_technical_review,
    ),
    "self_assessment_final": StepPage(work="cases:selfassessment"),
    "preliminary_audit": StepPage(cases.VisitRecordForm),
}
EVALUATION = {
    "panel": StepPage(reviews.PanelForm, work="reviews:panel"),
    "declarations": StepPage(reviews.DeclarationsForm, panel="reviews/steps/declarations.html", context=panel_queries.context_declarations),
    "panel_announced": StepPage(
        reviews.PanelAnnouncedForm, panel="reviews/steps/seats.html", context=panel_queries.context_panel_announced
    ),
    "challenge_window": StepPage(
        reviews.ChallengeWindowForm, panel="reviews/steps/seats.html", context=panel_queries.context_challenge_window
    ),
    "challenge_ruling": StepPage(
        reviews.ChallengeRulingForm,
        work="reviews:panel",
        panel="reviews/steps/seats.html",
        context=panel_queries.context_challenge_ruling,
    ),
    "appointment_order": StepPage(
        visits.AppointmentOrderForm,
        work="reviews:panel",
        panel="reviews/steps/seats.html",
        context=panel_queries.context_appointment_order,
    ),
    "materials": StepPage(visits.MaterialsForm, panel="visits/steps/materials.html", context=visit_queries.context_materials),
    "webinar": StepPage(seminars.WebinarForm),
    "visit_programme": StepPage(
        visits.VisitProgrammeForm,
        work="visits:visit",
        panel="visits/steps/programme.html",
        context=visit_queries.context_visit_programme,
    ),
    "programme_agreed": StepPage(
        visits.ProgrammeAgreedForm,
        work="visits:visit",
        panel="visits/steps/programme.html",
        context=visit_queries.context_visit_programme,
    ),
    "briefing": StepPage(seminars.BriefingForm),
    "site_visit": StepPage(cases.SiteVisitForm, work="visits:visit"),
    "evaluation_report": StepPage(
        reviews.EvaluationReportForm,
        work="reviews:report",
        panel="reviews/steps/evaluation_report.html",
        context=report_queries.context_evaluation_report,
    ),
    "factual_check": StepPage(
        reviews.FactualCheckForm, work="reviews:factual", panel="reviews/steps/factual.html", context=report_queries.context_factual_check
    ),
    "factual_answers": StepPage(
        reviews.FactualAnswersForm, work="reviews:factual", panel="reviews/steps/factual.html", context=report_queries.context_factual_check
    ),
}
DECISION = {
    "conclusion": StepPage(decisions.ConclusionForm, panel="decisions/steps/conclusion.html", context=decision_queries.context_conclusion),
    "presentation": StepPage(decisions.PresentationForm),
    "council_agenda": StepPage(
        decisions.CouncilAgendaForm, panel="decisions/steps/council_agenda.html", context=decision_queries.context_council_agenda
    ),
    "council_vote": StepPage(
        decisions.CouncilVoteForm,
        work="decisions:question",
        panel="decisions/steps/council_vote.html",
        context=decision_queries.context_council_vote,
    ),
    "council_decision": StepPage(
        decisions.CouncilDecisionForm,
        work="decisions:question",
        panel="decisions/steps/council_decision.html",
        context=decision_queries.context_council_decision,
    ),
    "notice": StepPage(decisions.NoticeForm, panel="decisions/steps/notice.html", context=decision_queries.context_notice),
    "appeal_window": StepPage(
        redress.AppealWindowForm, panel="redress/steps/appeal_window.html", context=redress_queries.context_appeal_window
    ),
    "appeal_ruling": StepPage(
        redress.AppealRulingForm, panel="redress/steps/appeal_ruling.html", context=redress_queries.context_appeal_ruling
    ),
    "certificate": StepPage(
        register.CertificateForm, panel="register/steps/certificate.html", context=register_queries.context_certificate
    ),
    "publication": StepPage(
        register.PublicationForm, panel="register/steps/publication.html", context=register_queries.context_publication
    ),
    "deqar": StepPage(register.DeqarForm, panel="register/steps/deqar.html", context=register_queries.context_deqar),
    "ministry": StepPage(register.MinistryForm, panel="register/steps/ministry.html", context=register_queries.context_ministry),
}
MONITORING = {
    "action_plan": StepPage(monitoring.ActionPlanForm, work="monitoring:plan"),
    "interim_report": StepPage(
        monitoring.InterimReportForm,
        work="monitoring:plan",
        panel="monitoring/steps/interim_report.html",
        context=monitoring_queries.context_interim_report,
    ),
    "monitoring_review": StepPage(
        monitoring.MonitoringReviewForm,
        work="monitoring:plan",
        panel="monitoring/steps/interim_report.html",
        context=monitoring_queries.context_monitoring_review,
    ),
    "renewal": StepPage(monitoring.RenewalForm),
}
STEP_PAGES = PREPARATION | EVALUATION | DECISION | MONITORING
