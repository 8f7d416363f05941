"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExpertsConfig(AppConfig):
    """The pool of experts: competence, certificates, load, declared interests."""

    name = "tarazy.external.experts"
    label = "experts"

    def ready(self):
        """What the journal says of an expert."""
        from tarazy.ground.journal import verbs

        verbs.register(
            {
                "experts.added": _("%(who)s took %(expert)s into the pool of experts"),
                "experts.changed": _("%(who)s changed what is known of %(expert)s"),
                "experts.certified": _("%(who)s recorded certificate %(number)s of %(expert)s"),
                "experts.interest_declared": _("%(who)s declared a tie of %(expert)s with %(institution)s"),
            }
        )
