"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewsConfig(AppConfig):
    """Technical review, panel, declarations, challenge, external evaluation report, factual check."""

    name = "tarazy.external.reviews"
    label = "reviews"

    def ready(self):
        """What the journal says of acts on this room's own pages; the review's remarks beside the self-assessment."""
        from tarazy.external.reviews import wording
        from tarazy.external.reviews.remarks import remarks_beside
        from tarazy.ground.journal import verbs
        from tarazy.internal.selfassessment import panels

        panels.register(remarks_beside)

        verbs.register(
            {
                "reviews.proposed": _("%(who)s proposed %(expert)s for the panel"),
                "reviews.withdrawn": _("%(who)s took %(expert)s off the panel"),
                "reviews.judged": wording.judged,
                "reviews.answered": wording.answered,
                "reviews.reviewed": wording.reviewed,
            }
        )
