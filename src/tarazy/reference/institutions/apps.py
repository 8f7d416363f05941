"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InstitutionsConfig(AppConfig):
    """Education organisations, programmes, licences, founders, regions."""

    name = "tarazy.reference.institutions"
    label = "institutions"

    def ready(self):
        """Tell the house which roles institutions and authorities have."""
        from tarazy.ground.people import roles  # noqa: PLC0415 (once Django is ready)

        roles.register(
            roles.Role("institution_head", _("Head of the organisation"), "institution", leads=True),
            roles.Role("quality_officer", _("Quality officer"), "institution"),
            roles.Role("ministry_officer", _("Officer of the authorised body"), "authority"),
        )
