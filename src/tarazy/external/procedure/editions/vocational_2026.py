"""TVET and post-secondary education: always visited beforehand, no international seat (S2; R133-R137, R259-R265)."""

from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.states import Kind
from tarazy.external.procedure.stages.decision import decision
from tarazy.external.procedure.stages.evaluation import evaluation
from tarazy.external.procedure.stages.monitoring import follow_up
from tarazy.external.procedure.stages.preparation import preparation
from tarazy.ground.workflow.plan import Plan
from tarazy.reference.institutions.models import Level

LEVEL = Level.VOCATIONAL
KINDS = (Kind.INSTITUTIONAL, Kind.PROGRAMME)
STANDARDS = "vocational_internal"
ABOUT = _("For colleges: the institution as a whole, or some of its programmes. A representative of the agency always visits beforehand.")

PLAN = Plan(
    "vocational_2026",
    _("Accreditation of colleges and their programmes, 2026"),
    (
        preparation(preliminary_visit_always=True, with_preliminary_audit=False),
        evaluation(last_of_preparation="self_assessment_final"),
        decision(with_deqar=False),
        follow_up(),
    ),
)
