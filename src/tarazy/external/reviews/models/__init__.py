"""Technical review, panel, report, factual check."""

from tarazy.external.reviews.models.panel import Challenge, Declaration, Seat
from tarazy.external.reviews.models.report import (
    FactualItem,
    Finding,
    Judgement,
    Report,
)
from tarazy.external.reviews.models.technical import ReviewRemark

__all__ = [
    "Challenge",
    "Declaration",
    "FactualItem",
    "Finding",
    "Judgement",
    "Report",
    "ReviewRemark",
    "Seat",
]
