"""The room's place in Django."""

from datetime import date

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgenciesConfig(AppConfig):
    """Accreditation bodies and their rulebooks."""

    name = "tarazy.reference.agencies"
    label = "agencies"

    def ready(self):
        """Tell the house which roles an agency has, and the journal what this room's acts are called."""
        from tarazy.ground.journal import verbs
        from tarazy.ground.people import roles

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
        roles.register(*(roles.Role(key, name, "agency", leads=key == "agency_head") for key, name in names.items()))
        verbs.register(
            {
                "agencies.founded": _("%(who)s brought the agency “%(name)s” onto the platform."),
                "agencies.changed": _("%(who)s changed what is known of the agency."),
                "agencies.rulebook_published": _("%(who)s published version %(version)s of the rulebook, in force from %(in_force_from)s."),
                "agencies.council_member_seated": _("%(who)s seated %(member)s in the council from %(since)s."),
                "agencies.council_member_left": _("%(who)s ended the council seat of %(member)s on %(until)s."),
            }
        )
        for verb in ("agencies.rulebook_published", "agencies.council_member_seated", "agencies.council_member_left"):
            verbs.explain(verb, said_days)


def said_days(entry):
    """The days of an act as the reader's language writes them."""
    from tarazy.ground.ui.dates import day

    return {name: day(date.fromisoformat(entry.after[name])) for name in ("in_force_from", "since", "until") if entry.after.get(name)}
