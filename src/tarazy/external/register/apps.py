"""The room's place in Django."""

from datetime import date

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "register.suspended": _("%(who)s suspended the certificate %(certificate)s from %(day)s on."),
    "register.resumed": _("%(who)s lifted the suspension of the certificate %(certificate)s from %(day)s on."),
    "register.withdrawn": _("%(who)s withdrew the certificate %(certificate)s from %(day)s on."),
}


class RegisterConfig(AppConfig):
    """Register of decisions and reports, certificates, verification, DEQAR, public pages."""

    name = "tarazy.external.register"
    label = "register"

    def ready(self):
        """Say what the room's entries in the journal mean."""
        from tarazy.ground.journal import verbs

        verbs.register(SENTENCES)
        for verb in SENTENCES:
            verbs.explain(verb, said_day)


def said_day(entry):
    """The day of the change, as the reader's language writes it."""
    from tarazy.ground.ui.dates import day

    return {"day": day(date.fromisoformat(entry.after["day"]))}
