"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JournalConfig(AppConfig):
    """Who did what and when: append-only, sealed, readable by the parties."""

    name = "tarazy.ground.journal"
    label = "journal"

    def ready(self):
        """The sentences of the plan engine's verbs; what a step is called comes from the room that knows the plans."""
        from tarazy.ground.journal import verbs

        verbs.register(
            {
                "workflow.step_taken": verbs.step_sentence,
                "workflow.part_taken": _("%(who)s did their part of “%(step)s”"),
            }
        )
