"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgenciesConfig(AppConfig):
    """Accreditation bodies and their rulebooks."""

    name = "tarazy.reference.agencies"
    label = "agencies"

    def ready(self):
        """Tell the house which roles an agency has."""
        from tarazy.ground.people import roles  # noqa: PLC0415 (once Django is ready)

        names = {
            "agency_head": _("Head of the agency"),
            "coordinator": _("Coordinator"),
            "analyst": _("Analyst of reports and monitoring"),
            "secretary": _("Secretary of the council"),
            "registrar": _("Registrar"),
            "expert": _("Expert"),
            "council_member": _("Council member"),
            "appeals_member": _("Member of the appeals commission"),
        }
        roles.register(*(roles.Role(key, name, "agency") for key, name in names.items()))
