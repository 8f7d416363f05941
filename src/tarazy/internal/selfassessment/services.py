"""Writing the self-assessment: begin, answer, cite evidence, seal."""

import hashlib
import json

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.ground.documents.services import store
from tarazy.ground.foundation.errors import Refused, Stale
from tarazy.internal.selfassessment.models import Answer, Evidence, SelfAssessment, Submission
from tarazy.internal.selfassessment.queries import answers_in_order
from tarazy.reference.standards.models import Criterion


@transaction.atomic
def begin(*, institution, standards, scale, purpose, today):
    """A self-assessment against `standards`, with one empty answer for each criterion; begun once for each purpose."""
    assessment, created = SelfAssessment.objects.get_or_create(
        institution=institution, purpose=purpose, defaults={"standards": standards, "scale": scale, "started_on": today}
    )
    if created:
        criteria = Criterion.objects.filter(standard__set=standards).order_by("standard__position", "position")
        Answer.objects.bulk_create(Answer(selfassessment=assessment, criterion=criterion) for criterion in criteria)
    return assessment


@transaction.atomic
def write_answer(answer, *, rating, text, language, by, now, seen_revision):
    """Save one answer. Raises `Stale` when somebody saved it after `seen_revision`; nothing is overwritten then."""
    answer = Answer.objects.select_for_update().select_related("selfassessment").get(pk=answer.pk)
    if not answer.selfassessment.is_open:
        raise Refused(_("This self-assessment is closed."))
    if answer.revision != seen_revision:
        raise Stale(_("Somebody saved this answer after you opened it. Both texts are shown below."))
    if rating and rating not in {level["key"] for level in answer.selfassessment.scale}:
        raise Refused(_("Choose one of the levels of the scale."))
    answer.rating, answer.text, answer.language = rating, text, language
    answer.edited_by, answer.edited_at, answer.revision = by, now, answer.revision + 1
    answer.save()
    return answer


@transaction.atomic
def add_evidence(*, institution, title, by, now, today, file=None, link="", period="", answers=()):  # noqa: PLR0913 (a piece of evidence has many sides)
    """A file or a link in the institution's bank of evidence, cited by these answers of its own."""
    if any(answer.selfassessment.institution_id != institution.pk for answer in answers):
        raise Refused(_("Evidence can be cited only by your own self-assessment."))
    document = store(file, title=title, by=by, now=now).document if file else None
    evidence = Evidence.objects.create(institution=institution, title=title, document=document, link=link, period=period, added_on=today)
    evidence.answers.set(answers)
    return evidence


@transaction.atomic
def seal(assessment, *, by, now):
    """Freeze the answers and their evidence as they stand into a `Submission`, with the hash of the content and the time.

    The sealed content names every file by its version and SHA-256, so that later versions change nothing.
    """
    SelfAssessment.objects.select_for_update().get(pk=assessment.pk)
    content = content_of(assessment)
    number = Submission.objects.filter(selfassessment=assessment).count() + 1
    return Submission.objects.create(
        selfassessment=assessment, number=number, content=content, seal=seal_of(content), sealed_at=now, sealed_by=by
    )


def seal_of(content):
    """SHA-256 of the content's canonical JSON, in hexadecimal."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def content_of(assessment):
    """The answers by standard, as plain data in the form that `Submission.content` describes."""
    names = {level["key"]: level["name"] for level in assessment.scale}
    standards = {}
    for answer in answers_in_order(assessment):
        standard = answer.criterion.standard
        entry = standards.setdefault(standard.number, {"number": standard.number, "title": standard.title.as_dict(), "criteria": []})
        entry["criteria"].append(
            {
                "number": answer.criterion.number,
                "text": answer.criterion.text.as_dict(),
                "rating": answer.rating,
                "rating_name": names.get(answer.rating, ""),
                "answer": answer.text,
                "language": answer.language,
                "evidence": [_piece(piece) for piece in answer.evidence.all()],
            }
        )
    return {"standards": list(standards.values())}


def _piece(evidence):
    version = evidence.document.latest if evidence.document else None
    return {
        "title": evidence.title,
        "period": evidence.period,
        "document": evidence.document_id,
        "version": version.pk if version else None,
        "sha256": version.sha256 if version else "",
        "link": evidence.link,
    }
