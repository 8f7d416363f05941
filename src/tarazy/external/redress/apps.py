"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RedressConfig(AppConfig):
    """Complaints (about the process) and appeals (of the decision)."""

    name = "tarazy.external.redress"
    label = "redress"

    def ready(self):
        """Say what the room's entries in the journal mean."""
        from tarazy.ground.journal import verbs

        verbs.register(
            {
                "redress.complained": _("%(who)s made a complaint."),
                "redress.complaint_answered": _("%(who)s answered a complaint."),
                "redress.commission_appointed": _("%(who)s appointed the appeals commission."),
            }
        )
