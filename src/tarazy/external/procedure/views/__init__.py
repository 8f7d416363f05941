"""The pages of cases: lists, a case, its steps, and how each procedure works."""

from tarazy.external.procedure.views.cases import case, case_list, journal, message
from tarazy.external.procedure.views.explanation import edition, editions
from tarazy.external.procedure.views.opening import new_case
from tarazy.external.procedure.views.steps import step

__all__ = ["case", "case_list", "edition", "editions", "journal", "message", "new_case", "step"]
