"""The page's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CalendarConfig(AppConfig):
    """The working calendar's page."""

    name = "tarazy.site.calendar"
    label = "calendar"

    def ready(self):
        """The sentences of its acts."""
        from tarazy.ground.journal import verbs

        verbs.register(
            {
                "calendar.added": _("%(editor)s added: %(row)s"),
                "calendar.removed": _("%(editor)s removed: %(row)s"),
            }
        )
