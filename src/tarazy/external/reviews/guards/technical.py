"""Guards of the technical review (S4 1.6, R238)."""

from django.urls import reverse
from django.utils.translation import gettext as _

from tarazy.external.reviews.queries.technical import report_under_review, review_table
from tarazy.ground.foundation.errors import Refusal


def every_standard_reviewed(case, today):
    """Something was said of each standard of the report under review."""
    missing = [row.standard.number for row in review_table(case, report_under_review(case)) if row.remark is None]
    if not missing:
        return None
    return _refusal(case, _("Review every standard first. Not reviewed yet: %(standards)s.") % {"standards": ", ".join(missing)})


def nothing_needs_rework(case, today):
    """A report may be accepted when no standard goes back."""
    back = _to_rework(case)
    if not back:
        return None
    sentence = _("Standards were marked for rework: %(standards)s. Return the report, or change the marks.")
    return _refusal(case, sentence % {"standards": ", ".join(back)})


def something_needs_rework(case, today):
    """A report may be returned when at least one standard says why."""
    if _to_rework(case):
        return None
    return _refusal(case, _("Mark at least one standard for rework and say why, or accept the report."))


def _to_rework(case):
    rows = review_table(case, report_under_review(case))
    return [row.standard.number for row in rows if row.remark and row.remark.to_rework]


def _refusal(case, sentence):
    return Refusal(sentence, reverse("reviews:technical", args=[case.number]))
