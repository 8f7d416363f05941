"""What people do in an external evaluation, act by act."""

from tarazy.external.reviews.services.challenge import record_challenge, rule_on_challenge
from tarazy.external.reviews.services.factual import (
    answer_inaccuracy,
    close_factual_check,
    name_inaccuracy,
    withdraw_inaccuracy,
)
from tarazy.external.reviews.services.panel import (
    announce_panel,
    close_panel,
    propose_expert,
    record_declaration,
    withdraw_expert,
)
from tarazy.external.reviews.services.report import (
    Overtaken,
    add_finding,
    change_finding,
    judge_standard,
    open_report,
    remove_finding,
    sign_corrected_report,
    sign_report,
    write_frame,
)
from tarazy.external.reviews.services.technical import close_technical_review, review_standard

__all__ = [
    "Overtaken",
    "add_finding",
    "announce_panel",
    "answer_inaccuracy",
    "change_finding",
    "close_factual_check",
    "close_panel",
    "close_technical_review",
    "judge_standard",
    "name_inaccuracy",
    "open_report",
    "propose_expert",
    "record_challenge",
    "record_declaration",
    "remove_finding",
    "review_standard",
    "rule_on_challenge",
    "sign_corrected_report",
    "sign_report",
    "withdraw_expert",
    "withdraw_inaccuracy",
    "write_frame",
]
