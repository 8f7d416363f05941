"""The words that cases are described with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Side(models.TextChoices):
    """The sides of a case. What a person sees of it follows from the sides they are on."""

    INSTITUTION = "institution", _("institution")
    AGENCY = "agency", _("agency")
    PANEL = "panel", _("expert panel")
    COUNCIL = "council", _("council")
    APPEALS = "appeals", _("appeals commission")


class Duty(models.TextChoices):
    """What a person does in a case. A candidate has been asked to sit on the panel and sees nothing of the case yet."""

    COORDINATOR = "coordinator", _("coordinator")
    CANDIDATE = "candidate", _("invited expert")
    CHAIR = "chair", _("chair of the panel")
    EXPERT = "expert", _("expert")
    COUNCIL_MEMBER = "council_member", _("council member")
    APPEALS_MEMBER = "appeals_member", _("member of the appeals commission")


class Kind(models.TextChoices):
    """What is accredited (R133, R193)."""

    INSTITUTIONAL = "institutional", _("institutional accreditation")
    PROGRAMME = "programme", _("programme accreditation")
    CERTIFICATION = "certification", _("certification")
