"""The room's place in Django."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Design tokens, layout, components and the living style guide."""

    name = "tarazy.ground.ui"
    label = "ui"
