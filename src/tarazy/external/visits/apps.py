"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VisitsConfig(AppConfig):
    """The site visit: its days, its programme, its calendar, what is sent before it."""

    name = "tarazy.external.visits"
    label = "visits"

    def ready(self):
        """What the journal says of acts on this room's own pages."""
        from tarazy.ground.journal import verbs

        verbs.register(
            {
                "visits.moved": _("%(who)s set other days for the visit: from %(first_day)s to %(last_day)s"),
            }
        )
