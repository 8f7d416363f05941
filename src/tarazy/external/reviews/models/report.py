"""The external evaluation report: a judgement and findings per standard, and the factual check."""

from django.db import models
from django.db.models import Q

from tarazy.external.cases.models import Case
from tarazy.ground.documents.models import Document
from tarazy.ground.people.models import Appointment
from tarazy.reference.standards.models import Criterion, Standard


class Report(models.Model):
    """The panel's report on a case (R177, R247). The chair signs; after the factual check it may be signed again."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="report")
    language = models.CharField(max_length=2, default="ru")
    context = models.TextField(blank=True)
    procedure = models.TextField(blank=True)
    overall = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey(Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self):
        return f"{self.case} report"


class Judgement(models.Model):
    """The panel's judgement on one standard: a level of the rulebook's scale and the analysis behind it."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="judgements")
    standard = models.ForeignKey(Standard, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=30, blank=True)
    analysis = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)
    edited_by = models.ForeignKey(Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    edited_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["standard__position"]
        constraints = [models.UniqueConstraint(name="one_judgement_per_standard", fields=["report", "standard"])]

    def __str__(self):
        return f"{self.report} {self.standard.number}: {self.level}"


class Finding(models.Model):
    """A remark, a recommendation or a good practice, tied to what it rests on."""

    class Kind(models.TextChoices):
        REMARK = "remark"
        RECOMMENDATION = "recommendation"
        GOOD_PRACTICE = "good_practice"

    judgement = models.ForeignKey(Judgement, on_delete=models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=15, choices=Kind)
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    basis = models.TextField(blank=True)  # the evidence or interview it rests on
    criterion = models.ForeignKey(Criterion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["judgement", "kind", "number"]
        constraints = [
            models.UniqueConstraint(name="one_finding_per_number", fields=["judgement", "kind", "number"]),
            models.CheckConstraint(name="finding_says_something", condition=~Q(text="")),
        ]

    def __str__(self):
        return f"{self.kind} {self.number}: {self.text[:40]}"


class FactualItem(models.Model):
    """A factual inaccuracy that the institution names, and the panel's answer to it (S4 2.8, R248)."""

    class Answer(models.TextChoices):
        PENDING = "pending"
        CORRECTED = "corrected"
        KEPT = "kept"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="factual_items")
    standard = models.ForeignKey(Standard, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    passage = models.TextField()  # the sentence of the report
    correction = models.TextField()  # what is right, in the institution's words
    filed_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.PENDING)
    answer_text = models.TextField(blank=True)
    answered_by = models.ForeignKey(Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="kept_passage_says_why",
                condition=~Q(answer="kept") | ~Q(answer_text=""),
            ),
        ]

    def __str__(self):
        return f"{self.case}: {self.passage[:40]}"
