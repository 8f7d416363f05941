"""The room's place in Django."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Messages to people: an outbox with proof of delivery."""

    name = "tarazy.ground.notices"
    label = "notices"
