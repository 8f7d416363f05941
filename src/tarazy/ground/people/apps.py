"""The room's place in Django."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, sign-in, bodies and appointments: who is what, where, since when."""

    name = "tarazy.ground.people"
    label = "people"
