"""What the two remedies ask of people: to file, to answer, to appeal, to rule."""

from tarazy.external.redress.services.appeals import appoint_commission, record_appeal, rule_on_appeal
from tarazy.external.redress.services.complaints import answer_complaint, file_complaint

__all__ = ["answer_complaint", "appoint_commission", "file_complaint", "record_appeal", "rule_on_appeal"]
