"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VisitsConfig(AppConfig):
    """The site visit: its days, its programme, its calendar, what is sent before it."""

    name = "tarazy.external.visits"
    label = "visits"

    def ready(self):
        """What the journal says of acts on this room's own pages."""
        from tarazy.external.visits.wording import day_in_words
        from tarazy.ground.journal import verbs

        verbs.register(
            {
                "visits.moved": _("%(who)s set other days for the visit: from %(first_day)s to %(last_day)s"),
                "visits.session_added": _("%(who)s added “%(title)s” to the programme of the visit: %(day)s, %(starts)s–%(ends)s"),
                "visits.session_changed": _("%(who)s changed “%(title)s” in the programme of the visit: %(day)s, %(starts)s–%(ends)s"),
                "visits.session_removed": _("%(who)s took “%(title)s” out of the programme of the visit"),
            }
        )
        for verb in ("visits.session_added", "visits.session_changed"):
            verbs.explain(verb, day_in_words)
