"""The room's place in Django."""

from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    """The plan engine: stages, steps, guards, deadlines."""

    name = "tarazy.ground.workflow"
    label = "workflow"
