"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    """The case: application, capability review, contract, coordinator, who takes part."""

    name = "tarazy.external.cases"
    label = "cases"

    def ready(self):
        """Tell the journal what this room's acts are called, and the self-assessment what a case is called."""
        from tarazy.external.cases.purposes import case_purpose
        from tarazy.ground.journal import verbs
        from tarazy.internal.selfassessment import purposes

        verbs.register({"cases.opened": _("%(who)s opened case %(number)s.")})
        purposes.register("case", case_purpose)
