"""The room's place in Django."""

from django.apps import AppConfig


class ProcedureConfig(AppConfig):
    """Each procedure as one readable table; the case page and its steps."""

    name = "tarazy.external.procedure"
    label = "procedure"
