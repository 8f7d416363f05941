"""The room's place in Django."""

from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    """Post-accreditation: recommendations, action plans, interim reports, duties with dates."""

    name = "tarazy.external.monitoring"
    label = "monitoring"

    def ready(self):
        """Tell the public register what institutions do about recommendations."""
        from tarazy.external.monitoring.published import what_is_done
        from tarazy.external.register import followup

        followup.register(what_is_done)
