"""The panel: seats, declarations, challenges."""

from django.db import models
from django.db.models import Q

from tarazy.external.cases.models import Case, Participation
from tarazy.external.experts.models import Expert
from tarazy.ground.documents.models import Document
from tarazy.ground.people.models import Appointment


class Seat(models.Model):
    """A seat of the panel, as the rulebook asks for it (`role`), and the expert who was asked to take it.

    A vacated seat keeps its row (who sat there and why they left); its successor is a new one.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="seats")
    role = models.CharField(max_length=20)  # a seat of the rulebook: chair, academic, employer, student, international
    expert = models.ForeignKey(Expert, on_delete=models.PROTECT, related_name="seats")
    participation = models.OneToOneField(Participation, on_delete=models.PROTECT, related_name="seat")
    announced_at = models.DateTimeField(null=True, blank=True)  # the institution sees the seat from then on
    vacated_at = models.DateTimeField(null=True, blank=True)
    vacated_why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="an_expert_sits_once",
                fields=["case", "expert"],
                condition=Q(vacated_at=None),
            )
        ]

    def __str__(self):
        return f"{self.case} {self.role}: {self.expert}"


class Declaration(models.Model):
    """What an expert signed before seeing anything of the case: conflict of interest, ethics, confidentiality (R224)."""

    seat = models.OneToOneField(Seat, on_delete=models.CASCADE, related_name="declaration")
    no_conflict = models.BooleanField()
    ethics = models.BooleanField()
    confidentiality = models.BooleanField()
    conflict = models.TextField(blank=True)  # what connects them, where they declared a conflict
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="declared_clean_or_says_conflict",
                condition=Q(no_conflict=True, ethics=True, confidentiality=True) | ~Q(conflict=""),
            ),
        ]

    def __str__(self):
        return f"{self.seat} {self.signed_at:%Y-%m-%d}"


class Challenge(models.Model):
    """The institution asks in writing, with grounds, for another expert in a seat (S4 2.3, R243)."""

    class Ruling(models.TextChoices):
        PENDING = "pending"
        UPHELD = "upheld"
        REJECTED = "rejected"

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="challenges")
    grounds = models.TextField()
    evidence = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField()
    filed_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    ruling = models.CharField(max_length=10, choices=Ruling, default=Ruling.PENDING)
    ruling_grounds = models.TextField(blank=True)
    ruled_at = models.DateTimeField(null=True, blank=True)
    ruled_by = models.ForeignKey(Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_pending_challenge_per_seat",
                fields=["seat"],
                condition=Q(ruling="pending"),
            ),
            models.CheckConstraint(name="challenge_names_grounds", condition=~Q(grounds="")),
            models.CheckConstraint(
                name="ruled_challenge_has_grounds",
                condition=Q(ruling="pending") | ~Q(ruling_grounds="") & Q(ruled_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.seat}: {self.ruling}"
