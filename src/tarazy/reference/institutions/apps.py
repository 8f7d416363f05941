"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InstitutionsConfig(AppConfig):
    """Education organisations, programmes, licences, founders, regions."""

    name = "tarazy.reference.institutions"
    label = "institutions"

    def ready(self):
        """Tell the house which roles institutions and authorities have, and the journal what this room's acts are called."""
        from tarazy.ground.journal import verbs
        from tarazy.ground.people import roles
        from tarazy.ground.people import rules as people
        from tarazy.reference.institutions.rules import brings_first_head

        people.first_leader_invited_by(brings_first_head)
        roles.register(
            roles.Role("institution_head", _("Head of the organisation"), "institution", leads=True),
            roles.Role("quality_officer", _("Quality officer"), "institution"),
            roles.Role("ministry_officer", _("Officer of the authorised body"), "authority"),
        )
        verbs.register(
            {
                "institutions.registered": _("%(who)s brought “%(name)s” onto the platform."),
                "institutions.profile_changed": _("%(who)s changed the profile of the organisation."),
                "institutions.programme_added": _("%(who)s added the programme %(code)s “%(name)s”."),
                "institutions.licence_added": _("%(who)s added the licence %(number)s."),
            }
        )
