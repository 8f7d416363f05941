"""Higher and postgraduate education, institutional and programme accreditation (S4; R172, R233-R258)."""

from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.states import Kind
from tarazy.external.procedure.stages.decision import decision
from tarazy.external.procedure.stages.evaluation import evaluation
from tarazy.external.procedure.stages.monitoring import follow_up
from tarazy.external.procedure.stages.preparation import preparation
from tarazy.ground.workflow.plan import Plan
from tarazy.reference.institutions.models import Level

LEVEL = Level.HIGHER
KINDS = (Kind.INSTITUTIONAL, Kind.PROGRAMME)
STANDARDS = "higher_internal"
ABOUT = _(
    "For universities and other organisations of higher and postgraduate education: the institution as a whole, or some of its programmes."
)

PLAN = Plan(
    "higher_2026",
    _("Accreditation of higher education institutions and their programmes, 2026"),
    (
        preparation(preliminary_visit_always=False, with_preliminary_audit=True),
        evaluation(last_of_preparation="preliminary_audit"),
        decision(with_deqar=True),
        follow_up(),
    ),
)
