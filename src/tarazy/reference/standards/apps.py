"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StandardsConfig(AppConfig):
    """Standards sets, standards and criteria; versioned."""

    name = "tarazy.reference.standards"
    label = "standards"

    def ready(self):
        """Tell the journal what this room's acts are called."""
        from tarazy.ground.journal import verbs

        verbs.register(
            {
                "standards.loaded": _("The standards set “%(key)s” came into the library in version %(version)s."),
                "standards.correspondence_confirmed": _("The correspondence of %(from)s and %(to)s was confirmed."),
                "standards.correspondence_disputed": _("The correspondence of %(from)s and %(to)s was disputed."),
                "standards.dispute_answered": _("The dispute about %(from)s and %(to)s was answered."),
            }
        )
