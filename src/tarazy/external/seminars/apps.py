"""The room's place in Django."""

from django.apps import AppConfig


class SeminarsConfig(AppConfig):
    """Seminars, webinars and briefings, with attendance."""

    name = "tarazy.external.seminars"
    label = "seminars"
