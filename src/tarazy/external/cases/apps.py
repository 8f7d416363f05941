"""The room's place in Django."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """The case: application, capability review, contract, coordinator, who takes part."""

    name = "tarazy.external.cases"
    label = "cases"
