"""Sealing: what a case receives is a frozen copy, and everybody can count its hash again."""

import hashlib
import json
from typing import Any

from django.db import transaction

from tarazy.internal.selfassessment.models import SelfAssessment, Submission
from tarazy.internal.selfassessment.queries import answers_in_order


@transaction.atomic
def seal(assessment, *, by, now):
    """Freeze the answers and their evidence as they stand into a `Submission`, with the hash of the content and the time.

    The sealed content names every file by its version and SHA-256, so that later versions change nothing (R237, R239).
    The lock keeps two people from taking the same number. Who may seal is judged by the step that asks for it.
    """
    SelfAssessment.objects.select_for_update().get(pk=assessment.pk)
    content = content_of(assessment)
    number = Submission.objects.filter(selfassessment=assessment).count() + 1
    return Submission.objects.create(
        selfassessment=assessment, number=number, content=content, seal=seal_of(content), sealed_at=now, sealed_by=by
    )


def seal_of(content):
    """SHA-256 of the content's canonical JSON (keys sorted, no spaces, UTF-8), in hexadecimal."""
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def is_intact(submission):
    """Whether the seal still fits the content."""
    return seal_of(submission.content) == submission.seal


def content_of(assessment):
    """The answers by standard, as plain data in the form that `Submission.content` describes."""
    names = {level["key"]: level["name"] for level in assessment.scale}
    standards: dict[str, dict[str, Any]] = {}
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
        "confidential": evidence.is_confidential,
    }
