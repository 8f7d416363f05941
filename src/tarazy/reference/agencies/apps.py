"""The room's place in Django."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """Accreditation bodies and their rulebooks."""

    name = "tarazy.reference.agencies"
    label = "agencies"
