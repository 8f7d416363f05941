"""The room's place in Django."""

from django.apps import AppConfig


class SeminarsConfig(AppConfig):
    """Seminars, webinars and briefings, with attendance."""

    name = "tarazy.external.seminars"
    label = "seminars"

    def ready(self):
        """Tell the journal what this room's acts are called."""
        from django.utils.translation import gettext_lazy as _

        from tarazy.ground.journal import verbs

        verbs.register(
            {
                "seminars.planned": _("%(who)s recorded the seminar “%(topic)s”."),
                "seminars.attended": _("%(who)s counted who came to the seminar “%(topic)s”."),
            }
        )
