"""Additional education: institutional accreditation or certification (R193, R194)."""

from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.states import Kind
from tarazy.external.procedure.stages.decision import decision
from tarazy.external.procedure.stages.evaluation import evaluation
from tarazy.external.procedure.stages.monitoring import follow_up
from tarazy.external.procedure.stages.preparation import preparation
from tarazy.ground.workflow.plan import Plan
from tarazy.reference.institutions.models import Level

LEVEL = Level.ADDITIONAL
KINDS = (Kind.INSTITUTIONAL, Kind.CERTIFICATION)
STANDARDS = "additional_internal"
ABOUT = _("For organisations of additional education: accreditation, or certification.")

PLAN = Plan(
    "additional_2026",
    _("Accreditation and certification of organisations of additional education, 2026"),
    (
        preparation(preliminary_visit_always=False, with_preliminary_audit=False),
        evaluation(last_of_preparation="self_assessment_final"),
        decision(with_deqar=False),
        follow_up(),
    ),
)
