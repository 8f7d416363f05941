"""Writing the self-assessment: begin, answer, cite evidence, seal."""

from tarazy.internal.selfassessment.services.answering import add_evidence, cite, remove_citation, save_page, write_answer
from tarazy.internal.selfassessment.services.beginning import begin, begin_own
from tarazy.internal.selfassessment.services.renewing import bring_over
from tarazy.internal.selfassessment.services.sealing import content_of, is_intact, seal, seal_of

__all__ = [
    "add_evidence",
    "begin",
    "begin_own",
    "bring_over",
    "cite",
    "content_of",
    "is_intact",
    "remove_citation",
    "save_page",
    "seal",
    "seal_of",
    "write_answer",
]
