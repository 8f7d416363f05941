"""The institution's self-assessment: living answers, their evidence, and the sealed submissions made from them."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property

from tarazy.ground.documents.models import Document
from tarazy.ground.foundation.text import Text
from tarazy.ground.people.models import Appointment
from tarazy.internal.selfassessment.states import LANGUAGES, WRITERS
from tarazy.reference.institutions.models import Institution
from tarazy.reference.standards.models import Criterion, StandardsSet


class InstitutionsOwnQuerySet(models.QuerySet):
    """What belongs to one institution. Every list, page and count starts at `visible_to`."""

    def visible_to(self, appointment):
        """The own things of the institution for its head and its quality officers; nothing for anybody else.

        The agency sees none: it is given sealed submissions.
        """
        if appointment is None or appointment.role not in WRITERS:
            return self.none()
        return self.filter(institution_id=appointment.body_id)


class SelfAssessment(models.Model):
    """An institution answering one standards set. It belongs to the institution; a case receives sealed submissions.

    `scale` is the list of levels agreed with the agency, best first: `[{"key": "full", "name": {kk, ru, en}}, …]`.
    """

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="selfassessments")
    standards = models.ForeignKey(StandardsSet, on_delete=models.PROTECT, related_name="+")
    scale = models.JSONField()
    purpose = models.CharField(max_length=120)  # "case:2026-0007", or the institution's own words
    started_on = models.DateField()
    is_open = models.BooleanField(default=True)

    objects = InstitutionsOwnQuerySet.as_manager()

    class Meta:
        ordering = ["-started_on", "-pk"]
        constraints = [models.UniqueConstraint(name="one_selfassessment_per_purpose", fields=["institution", "purpose"])]

    def __str__(self):
        return f"{self.institution} · {self.standards}"

    def get_absolute_url(self):
        """The editor, at the first criterion that is not answered."""
        return reverse("selfassessment:edit", args=[self.pk])

    @property
    def journal_name(self):
        """Its name in the journal."""
        return f"selfassessment:{self.pk}"

    @cached_property
    def levels(self):
        """The scale, best level first: `{key: its name}`."""
        return {level["key"]: Text.of(level["name"]) for level in self.scale}


class Answer(models.Model):
    """What the institution says to one criterion: its own rating and why. `revision` guards against lost updates."""

    selfassessment = models.ForeignKey(SelfAssessment, on_delete=models.CASCADE, related_name="answers")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    rating = models.CharField(max_length=30, blank=True)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="ru", choices=LANGUAGES)
    revision = models.PositiveIntegerField(default=0)
    edited_at = models.DateTimeField(null=True, blank=True)
    edited_by = models.ForeignKey(Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="one_answer_per_criterion", fields=["selfassessment", "criterion"])]

    def __str__(self):
        return f"{self.criterion.number}: {self.rating}"

    @property
    def is_whole(self):
        """Whether it has a rating and a text (R237)."""
        return bool(self.rating and self.text)

    @property
    def rating_name(self):
        """What its level is called; nothing while there is none."""
        return self.selfassessment.levels.get(self.rating, Text())


class Evidence(models.Model):
    """A piece of evidence in the institution's bank: a file or a link; it may be cited by several answers."""

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="evidence")
    title = models.CharField(max_length=300)
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    link = models.URLField(blank=True)
    period = models.CharField(max_length=60, blank=True)
    added_on = models.DateField()
    answers = models.ManyToManyField(Answer, related_name="evidence", blank=True)

    objects = InstitutionsOwnQuerySet.as_manager()

    class Meta:
        ordering = ["-added_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="evidence_is_file_or_link",
                condition=Q(document__isnull=False, link="") | Q(document__isnull=True) & ~Q(link=""),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_confidential(self):
        """Whether its file was marked as confidential; a link never is, since what it leads to is not kept here."""
        return self.document is not None and self.document.is_confidential

    @property
    def address(self):
        """Where it can be read: its link, or the download of its file."""
        return self.link or reverse("selfassessment:evidence_file", args=[self.pk])


class Submission(models.Model):
    """A sealed report: the answers as they were, frozen with their hash and time. Never changes.

    `content`: `{"standards": [{"number", "title", "criteria": [{"number", "text", "rating", "answer", "language",
    "evidence": [{"title", "document", "version", "sha256", "link", "confidential"}]}]}]}`; `seal` is the SHA-256 of its canonical JSON.
    """

    selfassessment = models.ForeignKey(SelfAssessment, on_delete=models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    seal = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()
    sealed_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["selfassessment", "number"]
        constraints = [models.UniqueConstraint(name="one_submission_per_number", fields=["selfassessment", "number"])]
        triggers = [pgtrigger.Protect(name="sealed_for_good", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return f"{self.selfassessment} · {self.number}"
