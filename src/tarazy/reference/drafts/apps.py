"""The room's place in Django."""

from datetime import date

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DraftsConfig(AppConfig):
    """Drafts of an agency's own standards sets, public comments on them, their publication."""

    name = "tarazy.reference.drafts"
    label = "drafts"

    def ready(self):
        """Tell the journal what this room's acts are called."""
        from tarazy.ground.journal import verbs

        verbs.register(
            {
                "drafts.begun": _("A draft of the standards “%(key)s” was begun."),
                "drafts.opened": _("The draft of “%(key)s” was put out for public comment until %(until)s."),
                "drafts.closed": _("The public comment on “%(key)s” was closed."),
                "drafts.answered": _("A comment on %(number)s of “%(key)s” was answered."),
                "drafts.published": _("The standards “%(key)s” were published in version %(version)s."),
                "drafts.thrown_away": _("The draft of “%(key)s” was thrown away."),
            }
        )
        verbs.explain("drafts.opened", said_until)


def said_until(entry):
    """The last day for comments, as the reader's language writes it."""
    from tarazy.ground.ui.dates import day

    return {"until": day(date.fromisoformat(entry.after["until"]))}
