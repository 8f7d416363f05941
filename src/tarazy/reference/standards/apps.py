"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StandardsConfig(AppConfig):
    """Standards sets, standards and criteria; versioned."""

    name = "tarazy.reference.standards"
    label = "standards"

    def ready(self):
        """Tell the journal what this room's act is called."""
        from tarazy.ground.journal import verbs

        verbs.register({"standards.loaded": _("The standards set “%(key)s” came into the library in version %(version)s.")})
