"""Reading conclusions, sessions, votes and decisions."""

from tarazy.external.decisions.queries.council import (
    conclusion_of,
    current_question,
    frozen_report,
    language_of_institution,
    pack_of,
    paper,
    recusals_for,
    standing_decision,
    tally_of,
)
from tarazy.external.decisions.queries.steps import (
    context_conclusion,
    context_council_agenda,
    context_council_decision,
    context_council_vote,
    context_notice,
)

__all__ = [
    "conclusion_of",
    "context_conclusion",
    "context_council_agenda",
    "context_council_decision",
    "context_council_vote",
    "context_notice",
    "current_question",
    "frozen_report",
    "language_of_institution",
    "pack_of",
    "paper",
    "recusals_for",
    "standing_decision",
    "tally_of",
]
