"""Two remedies: a complaint about the process or a person's conduct, and an appeal of the decision."""

from django.db import models
from django.db.models import Q

from tarazy.external.cases.models import Case
from tarazy.external.decisions.models import Decision
from tarazy.ground.documents.models import Document
from tarazy.ground.people.models import Appointment


class Complaint(models.Model):
    """A disagreement with the process or with somebody's actions, before the decision (R249, R227)."""

    class State(models.TextChoices):
        OPEN = "open"
        ANSWERED = "answered"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="complaints")
    about = models.ForeignKey(
        Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    text = models.TextField()
    evidence = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    filed_by = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, related_name="+"
    )
    filed_at = models.DateTimeField()
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-filed_at"]
        constraints = [
            models.CheckConstraint(
                name="answered_complaint_has_answer",
                condition=Q(state="open")
                | ~Q(answer="") & Q(answered_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.case}: {self.text[:40]}"


class Appeal(models.Model):
    """The institution appeals a decision; other people rule on it, and publication waits (R253, R178)."""

    class Ruling(models.TextChoices):
        PENDING = "pending"
        UPHELD = "upheld"
        DISMISSED = "dismissed"

    decision = models.OneToOneField(
        Decision, on_delete=models.CASCADE, related_name="appeal"
    )
    grounds = models.TextField()
    evidence = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    filed_by = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, related_name="+"
    )
    filed_at = models.DateTimeField()
    ruling = models.CharField(max_length=10, choices=Ruling, default=Ruling.PENDING)
    ruling_grounds = models.TextField(blank=True)
    ruled_by = models.ForeignKey(
        Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ruled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="ruled_appeal_has_grounds",
                condition=Q(ruling="pending")
                | ~Q(ruling_grounds="") & Q(ruled_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.decision}: {self.ruling}"
