"""The room's place in Django."""

from django.apps import AppConfig


class StandardsConfig(AppConfig):
    """Standards sets, standards and criteria; versioned."""

    name = "tarazy.reference.standards"
    label = "standards"
