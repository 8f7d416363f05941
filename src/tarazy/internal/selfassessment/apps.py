"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SelfassessmentConfig(AppConfig):
    """Self-assessment against any standards set: ratings, narrative, evidence; sealed submissions."""

    name = "tarazy.internal.selfassessment"
    label = "selfassessment"

    def ready(self):
        """What the journal says of a self-assessment."""
        from tarazy.ground.journal import verbs

        verbs.register(
            {
                "selfassessment.begun": _("%(who)s began the self-assessment “%(purpose)s”"),
                "selfassessment.brought_over": _("%(who)s brought “%(purpose)s” over to version %(version)s of the standards"),
                "selfassessment.evidence_added": _("%(who)s added “%(title)s” to the evidence"),
            }
        )
