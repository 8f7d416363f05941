"""Technical review of the first version of the report, standard by standard (S4 1.6, R238)."""

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.external.cases.rules import is_coordinator
from tarazy.external.cases.services import enter, keep_record
from tarazy.external.cases.states import Side
from tarazy.external.reviews.models import ReviewRemark
from tarazy.external.reviews.queries.technical import report_under_review
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.journal.services import write


@transaction.atomic
def review_standard(case, *, standard, to_rework, text, by, now):
    """Say of one standard of the report under review whether it is ready; what goes back needs words (R238).

    May be said again until the review is closed; the agency reads each change in the journal. Raises
    `Refused` for another set's standard or a rework without words.
    """
    case = enter(case, by=by, may=is_coordinator.holds, steps=("technical_review",))
    if standard.set_id != case.standards_id:
        raise Refused(_("This standard does not belong to the case."))
    if to_rework and not text.strip():
        raise Refused(_("Say what the institution should rework in this standard."))
    report = report_under_review(case)
    known = ReviewRemark.objects.filter(report=report, standard=standard).first()
    before, after = _told(known) if known else {}, {"to_rework": to_rework, "text": text.strip()}
    if known and before == after:
        return known
    remark, _created = ReviewRemark.objects.update_or_create(report=report, standard=standard, defaults={**after, "by": by})
    after |= {"standard": standard.number}
    write(subject=case.journal_name, verb="reviews.reviewed", by=by, now=now, before=before, after=after, audience=[Side.AGENCY])
    return remark


def _told(remark):
    return {"to_rework": remark.to_rework, "text": remark.text}


def close_technical_review(act):
    """The review is closed: the institution reads every remark, and reworks the report or makes the final one."""
    keep_record(act)
