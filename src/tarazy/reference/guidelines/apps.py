"""The room's place in Django."""

from django.apps import AppConfig


class GuidelinesConfig(AppConfig):
    """Provisions of the Guidelines by level, and the way from each paragraph to what carries it."""

    name = "tarazy.reference.guidelines"
    label = "guidelines"
