"""The room's place in Django."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The index of the library: entries that other rooms put there, and the stems of their words."""

    name = "tarazy.reference.search"
    label = "search"
