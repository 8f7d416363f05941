"""The room's place in Django."""

from datetime import date

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """Accounts, sign-in, bodies and appointments: who is what, where, since when."""

    name = "tarazy.ground.people"
    label = "people"

    def ready(self):
        """The sentences of this room's verbs."""
        from tarazy.ground.journal import verbs

        verbs.register(SENTENCES)
        for verb in SENTENCES:
            verbs.explain(verb, _words)


SENTENCES = {
    "people.invited": _("%(who)s invited %(name)s. Role: %(role)s"),
    "people.invited_again": _("%(who)s sent the invitation to %(name)s again. Role: %(role)s"),
    "people.invitation_withdrawn": _("%(who)s withdrew the invitation to %(name)s. Role: %(role)s"),
    "people.accepted": _("%(who)s accepted the invitation. Role: %(role)s"),
    "people.appointed": _("%(who)s appointed %(name)s. Role: %(role)s, from %(since)s"),
    "people.ended": _("%(who)s ended the appointment of %(name)s. Role: %(role)s, last day %(until)s"),
}


def _words(entry):
    """The role by its name and days as the reader writes them."""
    from tarazy.ground.people.roles import role_name
    from tarazy.ground.ui import dates

    days = {key: dates.day(date.fromisoformat(entry.after[key])) for key in ("since", "until") if entry.after.get(key)}
    return {"role": role_name(entry.after.get("role", "")), **days}
