"""The room's place in Django."""

from django.apps import AppConfig


class SelfassessmentConfig(AppConfig):
    """Self-assessment against any standards set: ratings, narrative, evidence; sealed submissions."""

    name = "tarazy.internal.selfassessment"
    label = "selfassessment"
