"""The room's place in Django."""

from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    """Post-accreditation: recommendations, action plans, interim reports, duties with dates."""

    name = "tarazy.external.monitoring"
    label = "monitoring"
