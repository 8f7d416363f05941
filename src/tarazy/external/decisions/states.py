"""The words that decisions are described with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """What may be decided; the terms are the rulebook's (facts B1: not confirmed, so a setting)."""

    ACCREDITED = "accredited", _("Accredited")
    CONDITIONAL = "conditional", _("Accredited with conditions")
    REFUSED = "refused", _("Accreditation refused")


class Part(models.TextChoices):
    """What a member of the council does at a question."""

    VOTED = "voted", _("voted")
    WAITING = "waiting", _("not yet")
    RECUSED = "recused", _("recused")
    ABSENT = "absent", _("absent")


# Why the platform recuses a member by itself (R226; ESG 2.5): facts that it knows, kept by key so that each reader reads
# them in their own language.
RECUSALS = {
    "works": _("Works or holds an appointment at the institution."),
    "interest": _("Has declared an interest in the institution."),
    "panel": _("Was asked to sit on the panel of this case."),
    "coordinated": _("Coordinated this case."),
}
# The outcomes that carry a term, with the rulebook's value for it.
TERMS = {Outcome.ACCREDITED: "term_accredited_years", Outcome.CONDITIONAL: "term_conditional_years"}


def recusal_said(reason):
    """The reason as it is shown: our sentence for a key of `RECUSALS`, else the member's own words."""
    return str(RECUSALS.get(reason, reason))
