"""The room's place in Django."""

from django.apps import AppConfig


class ProcedureConfig(AppConfig):
    """Each procedure as one readable table; the case page and its steps."""

    name = "tarazy.external.procedure"
    label = "procedure"

    def ready(self):
        """Check and register every edition, so that a mistake in one stops the start; lend the journal the steps' names."""
        from tarazy.external.procedure.editions import EDITIONS  # noqa: PLC0415 (models must be ready first)
        from tarazy.external.procedure.wording import step_words  # noqa: PLC0415
        from tarazy.ground.journal import verbs  # noqa: PLC0415
        from tarazy.ground.workflow.plan import register  # noqa: PLC0415
        from tarazy.reference.agencies.rulebook import RULES  # noqa: PLC0415

        for edition in EDITIONS.values():
            register(edition.PLAN, known_values=RULES)
        for verb in ("workflow.step_taken", "workflow.part_taken"):
            verbs.explain(verb, step_words)
