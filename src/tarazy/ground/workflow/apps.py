"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkflowConfig(AppConfig):
    """The plan engine: stages, steps, guards, deadlines."""

    name = "tarazy.ground.workflow"
    label = "workflow"

    def ready(self) -> None:
        """The journal's sentence for the beginning of a run; those for its steps stand in the journal's own room."""
        from tarazy.ground.journal import verbs

        verbs.register({"workflow.started": _("%(who)s: the procedure has begun")})
