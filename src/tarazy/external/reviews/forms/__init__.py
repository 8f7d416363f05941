"""Forms: those of the steps, and those of the work pages."""

from tarazy.external.reviews.forms.steps import (
    AppointmentOrderForm,
    ChallengeRulingForm,
    ChallengeWindowForm,
    DeclarationsForm,
    EvaluationReportForm,
    FactualAnswersForm,
    FactualCheckForm,
    MaterialsForm,
    PanelAnnouncedForm,
    PanelForm,
    ProgrammeAgreedForm,
    TechnicalReviewForm,
    VisitProgrammeForm,
)

__all__ = [
    "AppointmentOrderForm",
    "ChallengeRulingForm",
    "ChallengeWindowForm",
    "DeclarationsForm",
    "EvaluationReportForm",
    "FactualAnswersForm",
    "FactualCheckForm",
    "MaterialsForm",
    "PanelAnnouncedForm",
    "PanelForm",
    "ProgrammeAgreedForm",
    "TechnicalReviewForm",
    "VisitProgrammeForm",
]
