"""The room's place in Django."""

from django.apps import AppConfig


class ProcedureConfig(AppConfig):
    """Each procedure as one readable table; the case page and its steps."""

    name = "tarazy.external.procedure"
    label = "procedure"

    def ready(self):
        """Check and register every edition, so that a mistake in one stops the start; lend the journal the steps' names."""
        from tarazy.external.procedure.editions import EDITIONS
        from tarazy.external.procedure.services import after_withdrawal
        from tarazy.external.procedure.wording import step_words
        from tarazy.external.register.events import withdrawn
        from tarazy.ground.journal import verbs
        from tarazy.ground.workflow.plan import register
        from tarazy.reference.agencies.rulebook import RULES

        for edition in EDITIONS.values():
            register(edition.PLAN, known_values=RULES)
        withdrawn.connect(after_withdrawal, dispatch_uid="procedure.withdrawal")
        for verb in ("workflow.step_taken", "workflow.part_taken"):
            verbs.explain(verb, step_words)
