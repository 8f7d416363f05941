"""Forms: those of the steps, and those of the work pages."""

from tarazy.external.reviews.forms.steps import (
    ChallengeRulingForm,
    ChallengeWindowForm,
    DeclarationsForm,
    EvaluationReportForm,
    FactualAnswersForm,
    FactualCheckForm,
    PanelAnnouncedForm,
    PanelForm,
    TechnicalReviewForm,
)

__all__ = [
    "ChallengeRulingForm",
    "ChallengeWindowForm",
    "DeclarationsForm",
    "EvaluationReportForm",
    "FactualAnswersForm",
    "FactualCheckForm",
    "PanelAnnouncedForm",
    "PanelForm",
    "TechnicalReviewForm",
]
