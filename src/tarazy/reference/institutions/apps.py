"""The room's place in Django."""

from django.apps import AppConfig


class InstitutionsConfig(AppConfig):
    """Education organisations, programmes, licences, founders, regions."""

    name = "tarazy.reference.institutions"
    label = "institutions"
