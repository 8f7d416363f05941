"""The institution's self-assessment: living answers, their evidence, and the sealed submissions made from them."""

from django.db import models
from django.db.models import Q

from tarazy.ground.documents.models import Document
from tarazy.ground.people.models import Appointment
from tarazy.reference.institutions.models import Institution
from tarazy.reference.standards.models import Criterion, StandardsSet


class SelfAssessment(models.Model):
    """An institution answering one standards set. It belongs to the institution; a case receives sealed submissions.

    `scale` is the list of levels agreed with the agency, best first: `[{"key": "full", "name": {kk, ru, en}}, …]`.
    """

    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, related_name="selfassessments"
    )
    standards = models.ForeignKey(
        StandardsSet, on_delete=models.PROTECT, related_name="+"
    )
    scale = models.JSONField()
    purpose = models.CharField(
        max_length=120
    )  # "case:2026-0007", or the institution's own words
    started_on = models.DateField()
    is_open = models.BooleanField(default=True)

    class Meta:
        ordering = ["-started_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_selfassessment_per_purpose", fields=["institution", "purpose"]
            )
        ]

    def __str__(self):
        return f"{self.institution} · {self.standards}"


class Answer(models.Model):
    """What the institution says to one criterion: its own rating and why. `revision` guards against lost updates."""

    selfassessment = models.ForeignKey(
        SelfAssessment, on_delete=models.CASCADE, related_name="answers"
    )
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    rating = models.CharField(max_length=30, blank=True)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="ru")
    revision = models.PositiveIntegerField(default=0)
    edited_at = models.DateTimeField(null=True, blank=True)
    edited_by = models.ForeignKey(
        Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_answer_per_criterion", fields=["selfassessment", "criterion"]
            )
        ]

    def __str__(self):
        return f"{self.criterion.number}: {self.rating}"


class Evidence(models.Model):
    """A piece of evidence in the institution's bank: a file or a link; it may be cited by several answers."""

    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, related_name="evidence"
    )
    title = models.CharField(max_length=300)
    document = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    link = models.URLField(blank=True)
    period = models.CharField(max_length=60, blank=True)
    added_on = models.DateField()
    answers = models.ManyToManyField(Answer, related_name="evidence", blank=True)

    class Meta:
        ordering = ["-added_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="evidence_is_file_or_link",
                condition=Q(document__isnull=False, link="")
                | Q(document__isnull=True) & ~Q(link=""),
            ),
        ]

    def __str__(self):
        return self.title


class Submission(models.Model):
    """A sealed report: the answers as they were, frozen with their hash and time. Never changes.

    `content`: `{"standards": [{"number", "title", "criteria": [{"number", "text", "rating", "answer", "language",
    "evidence": [{"title", "document", "version", "sha256", "link"}]}]}]}`; `seal` is the SHA-256 of its canonical JSON.
    """

    selfassessment = models.ForeignKey(
        SelfAssessment, on_delete=models.PROTECT, related_name="submissions"
    )
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    seal = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()
    sealed_by = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["selfassessment", "number"]
        constraints = [
            models.UniqueConstraint(
                name="one_submission_per_number", fields=["selfassessment", "number"]
            )
        ]

    def __str__(self):
        return f"{self.selfassessment} · {self.number}"
