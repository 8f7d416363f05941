"""The room's place in Django."""

from django.apps import AppConfig


class FoundationConfig(AppConfig):
    """Clock and working calendar, text in three languages, base errors; nothing else, ever."""

    name = "tarazy.ground.foundation"
    label = "foundation"
