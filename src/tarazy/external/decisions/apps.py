"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DecisionsConfig(AppConfig):
    """Conclusion, council session, recusal, votes, decision."""

    name = "tarazy.external.decisions"
    label = "decisions"

    def ready(self):
        """Say what the room's entries in the journal mean."""
        from tarazy.ground.journal import verbs

        verbs.register(
            {
                "decisions.vote_changed": _("%(who)s voted anew."),
                "decisions.member_stepped_aside": _("%(who)s stepped aside from the vote."),
            }
        )
