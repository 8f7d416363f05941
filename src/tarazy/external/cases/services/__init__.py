"""What people do with a case before anybody evaluates it, and the doors that the rooms above write through."""

from tarazy.external.cases.services.agreement import (
    answer_contract_for_institution,
    confirm_contract_for_agency,
    draw_up_contract,
    record_application,
    record_capability_review,
    record_procurement,
)
from tarazy.external.cases.services.entering import enter
from tarazy.external.cases.services.messages import write_message
from tarazy.external.cases.services.opening import open_case
from tarazy.external.cases.services.records import attach, keep_files, keep_record
from tarazy.external.cases.services.reports import submit_report
from tarazy.external.cases.services.taking_part import appoint_coordinator, join, leave, paid

__all__ = [
    "answer_contract_for_institution",
    "appoint_coordinator",
    "attach",
    "confirm_contract_for_agency",
    "draw_up_contract",
    "enter",
    "join",
    "keep_files",
    "keep_record",
    "leave",
    "open_case",
    "paid",
    "record_application",
    "record_capability_review",
    "record_procurement",
    "submit_report",
    "write_message",
]
