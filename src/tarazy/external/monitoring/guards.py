"""What must hold before a step of monitoring may be taken."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tarazy.external.monitoring.queries import actions_to_report, is_withdrawn, recommendations_without_action, reports_owed
from tarazy.ground.foundation.errors import Refusal
from tarazy.ground.ui.dates import day as written


def every_recommendation_has_an_action(case, today):
    """No recommendation of the report is left without an action in the plan (R257, R175); a withdrawal ends that too."""
    if is_withdrawn(case):
        return None
    missing = recommendations_without_action(case).count()
    if not missing:
        return None
    sentence = ngettext(
        "%(count)s recommendation has no action in the plan yet.", "%(count)s recommendations have no action in the plan yet.", missing
    ) % {"count": missing}
    return Refusal(sentence, reverse("monitoring:plan", args=[case.number]))


def every_action_is_reported(case, today):
    """The report says of every planned action that is not carried out yet what became of it (R257); a withdrawal ends that too."""
    missing = 0 if is_withdrawn(case) else actions_to_report(case).count()
    if not missing:
        return None
    sentence = ngettext(
        "Say of %(count)s planned action whether it was carried out.",
        "Say of %(count)s planned actions whether they were carried out.",
        missing,
    ) % {"count": missing}
    return Refusal(sentence, reverse("monitoring:plan", args=[case.number]))


def another_report_is_owed(case, today):
    """The calendar of duties holds one more interim report (R257)."""
    if reports_owed(case, today).exists():
        return None
    return Refusal(_("No further interim report is owed: this was the last one."))


def no_report_is_owed(case, today):
    """Every interim report of the calendar is handed in, or the term is over (R257)."""
    owed = reports_owed(case, today).first()
    if owed is None:
        return None
    return Refusal(_("Another interim report is owed, by %(day)s.") % {"day": written(owed.due_on)})


def accreditation_is_withdrawn(case, today):
    """The certificate was withdrawn, so that what is still open after the decision has lost its object (R257)."""
    return None if is_withdrawn(case) else Refusal(_("The accreditation has not been withdrawn."))
