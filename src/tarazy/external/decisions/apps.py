"""The room's place in Django."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """Conclusion, council session, recusal, votes, decision."""

    name = "tarazy.external.decisions"
    label = "decisions"
