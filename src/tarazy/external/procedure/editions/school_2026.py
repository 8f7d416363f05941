"""Secondary education, institutional accreditation by the six directions (S3, S0; R098-R102, R266-R275)."""

from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.states import Kind
from tarazy.external.procedure.stages.decision import decision
from tarazy.external.procedure.stages.evaluation import evaluation
from tarazy.external.procedure.stages.monitoring import follow_up
from tarazy.external.procedure.stages.preparation import preparation
from tarazy.ground.workflow.plan import Plan
from tarazy.reference.institutions.models import Level

LEVEL = Level.SECONDARY
KINDS = (Kind.INSTITUTIONAL,)
STANDARDS = "iqaa_school"
ABOUT = _("For schools: the school as a whole, in six directions.")

PLAN = Plan(
    "school_2026",
    _("Accreditation of schools, 2026"),
    (
        preparation(preliminary_visit_always=False, with_preliminary_audit=False),
        evaluation(last_of_preparation="self_assessment_final"),
        decision(with_deqar=False),
        follow_up(),
    ),
)
