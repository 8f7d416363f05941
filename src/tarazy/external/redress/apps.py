"""The room's place in Django."""

from django.apps import AppConfig


class RedressConfig(AppConfig):
    """Complaints about the process and appeals of the decision."""

    name = "tarazy.external.redress"
    label = "redress"
