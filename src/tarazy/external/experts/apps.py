"""The room's place in Django."""

from django.apps import AppConfig


class ExpertsConfig(AppConfig):
    """The pool of experts: competence, certificates, declared interests."""

    name = "tarazy.external.experts"
    label = "experts"
