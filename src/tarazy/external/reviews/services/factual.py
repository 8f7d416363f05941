"""The check of the report for factual inaccuracies: named one by one, each answered (S4 2.8, R248)."""

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.external.cases.rules import is_institution
from tarazy.external.cases.services import enter, keep_record
from tarazy.external.reviews.models import FactualItem
from tarazy.external.reviews.rules import is_chair
from tarazy.external.reviews.services.report import EVERYBODY, give_to_everybody
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.journal.services import write

PASSAGE = 120  # letters of the passage by which the journal names it


@transaction.atomic
def name_inaccuracy(case, *, standard, passage, correction, by, now):
    """The institution names a sentence of the report and what is right instead."""
    case = enter(case, by=by, may=is_institution.holds, steps=("factual_check",))
    if standard is not None and standard.set_id != case.standards_id:
        raise Refused(_("This standard does not belong to the case."))
    return FactualItem.objects.create(case=case, standard=standard, passage=passage, correction=correction, filed_by=by, filed_at=now)


@transaction.atomic
def withdraw_inaccuracy(item, *, by):
    """The institution takes an item back before it sends them to the panel."""
    enter(item.case, by=by, may=is_institution.holds, steps=("factual_check",))
    item.delete()


@transaction.atomic
def answer_inaccuracy(item, *, answer, text, by, now):
    """The chair answers an item: corrected, or kept with the reason. A kept passage without a reason is refused.

    Everybody who reads the signed report reads each answer in the journal; the same answer again changes nothing.
    """
    case = enter(item.case, by=by, may=is_chair, steps=("factual_answers",))
    if answer == FactualItem.Answer.KEPT and not text.strip():
        raise Refused(_("Say why the passage stays as it is."))
    item.refresh_from_db()
    before, after = {"answer": item.answer, "text": item.answer_text}, {"answer": answer, "text": text.strip()}
    if before == after:
        return item
    item.answer, item.answer_text = answer, after["text"]
    item.answered_by, item.answered_at = by, now
    item.save(update_fields=["answer", "answer_text", "answered_by", "answered_at"])
    after |= {"passage": item.passage[:PASSAGE]}
    write(subject=case.journal_name, verb="reviews.answered", by=by, now=now, before=before, after=after, audience=EVERYBODY)
    return item


def close_factual_check(act):
    """Nothing is wrong, and the signed report stands for everybody; or the items go to the panel, which answers each.

    Items that were named but not sent when the time ran out go to the panel too: nobody's words are dropped.
    """
    named = act.subject.factual_items.filter(answer=FactualItem.Answer.PENDING).exists()
    if act.outcome == "confirm" and act.by is not None and named:
        raise Refused(_("You named inaccuracies. Send them to the panel, or take them back first."))
    if not named:
        give_to_everybody(act.subject)
    keep_record(act)
