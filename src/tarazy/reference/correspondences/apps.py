"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CorrespondencesConfig(AppConfig):
    """What standards of different sets have in common; confirmed, disputed, answered."""

    name = "tarazy.reference.correspondences"
    label = "correspondences"

    def ready(self):
        """Tell the journal what this room's acts are called, and the standards' room what stands beside a standard."""
        from tarazy.ground.journal import verbs
        from tarazy.reference.correspondences.queries import neighbours_of
        from tarazy.reference.standards import beside

        verbs.register(
            {
                "correspondences.confirmed": _("The correspondence of %(from)s and %(to)s was confirmed."),
                "correspondences.disputed": _("The correspondence of %(from)s and %(to)s was disputed."),
                "correspondences.answered": _("The dispute about %(from)s and %(to)s was answered."),
            }
        )
        beside.register("correspondences/beside.html", neighbours_of)
