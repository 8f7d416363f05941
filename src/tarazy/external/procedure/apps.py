"""The room's place in Django."""

from django.apps import AppConfig


class ProcedureConfig(AppConfig):
    """Each procedure as one readable table; the case page and its steps."""

    name = "tarazy.external.procedure"
    label = "procedure"

    def ready(self):
        """Check and register every edition, so that a mistake in one stops the start."""
        from tarazy.external.procedure.editions import EDITIONS  # noqa: PLC0415 (models must be ready first)
        from tarazy.ground.workflow.plan import register  # noqa: PLC0415

        for edition in EDITIONS.values():
            register(edition.PLAN)
