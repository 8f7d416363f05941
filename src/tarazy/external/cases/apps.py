"""The room's place in Django."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """The case: application, capability review, contract, coordinator, who takes part."""

    name = "tarazy.external.cases"
    label = "cases"

    def ready(self):
        """Tell the journal what this room's acts are called."""
        from django.utils.translation import gettext_lazy as _

        from tarazy.ground.journal import verbs

        verbs.register({"cases.opened": _("%(who)s opened case %(number)s.")})
