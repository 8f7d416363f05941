"""The room's place in Django."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Who did what and when: append-only, sealed, readable by the parties."""

    name = "tarazy.ground.journal"
    label = "journal"
