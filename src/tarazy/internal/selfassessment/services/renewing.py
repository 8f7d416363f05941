"""Bringing a self-assessment without a case over to a newer version of its standards."""

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.journal.services import write
from tarazy.internal.selfassessment.models import Answer, SelfAssessment
from tarazy.internal.selfassessment.rules import belongs_to, is_given_purpose
from tarazy.internal.selfassessment.services.beginning import begin
from tarazy.reference.standards import compare
from tarazy.reference.standards.package import order
from tarazy.reference.standards.queries import package_from


@transaction.atomic
def bring_over(assessment, *, standards, by, now, today):
    """A self-assessment against the newer version with the answers and evidence given so far; the old one stays, read only.

    Where a criterion changed, its answer comes without its rating, so that it is looked at again; answers to criteria that
    are gone stay in the old one. A second time gives the one that was made. Raises `NotYours`; `Refused` for one that
    belongs to a case, which keeps the version of its contract, and for a version that is not newer.
    """
    old = SelfAssessment.objects.select_for_update(of=("self",)).select_related("standards", "institution").get(pk=assessment.pk)
    if not belongs_to(by, old.institution_id):
        raise NotYours(_("Only the organisation’s head and its quality officers change its self-assessment."))
    if is_given_purpose(old.purpose):
        raise Refused(_("This self-assessment belongs to a case; it keeps the version that was agreed on."))
    if standards.key != old.standards.key or order(standards.version) <= order(old.standards.version):
        raise Refused(_("Choose a newer version of the same standards."))
    purpose = f"{old.purpose[:100]} ({standards.version})"
    known = SelfAssessment.objects.filter(institution=old.institution, purpose=purpose).first()
    if known is not None:
        return known
    made = begin(institution=old.institution, standards=standards, scale=old.scale, purpose=purpose, today=today)
    _copy_answers(old, made)
    old.is_open = False
    old.save(update_fields=["is_open"])
    after = {"purpose": old.purpose, "version": standards.version}
    write(subject=made.journal_name, verb="selfassessment.brought_over", by=by, now=now, after=after, audience=["institution"])
    return made


def _copy_answers(old, made):
    given = {one.criterion.number: one for one in old.answers.select_related("criterion").prefetch_related("evidence")}
    empty = {one.criterion.number: one for one in made.answers.select_related("criterion")}
    cited = []
    for change in _pairs(old, made):
        before, after = given[change.before["number"]], empty[change.after["number"]]
        after.rating = "" if change.kind == "changed" else before.rating
        after.text, after.language, after.edited_at, after.edited_by = before.text, before.language, before.edited_at, before.edited_by
        cited += [Answer.evidence.through(answer_id=after.pk, evidence_id=piece.pk) for piece in before.evidence.all()]
    Answer.objects.bulk_update(empty.values(), ["rating", "text", "language", "edited_at", "edited_by"])
    Answer.evidence.through.objects.bulk_create(cited)


def _pairs(old, made):
    """The changes of criteria that both versions have."""
    changes = compare.difference(package_from(old.standards).content, package_from(made.standards).content)
    return [one for standard in changes for one in standard.criteria if one.before and one.after]
