"""The room's place in Django."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Register of decisions and reports, certificates, verification, DEQAR, public pages."""

    name = "tarazy.external.register"
    label = "register"
