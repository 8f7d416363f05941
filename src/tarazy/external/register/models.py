"""The register of decisions and reports, and certificates."""

from django.db import models
from django.db.models import Q

from tarazy.external.decisions.models import Decision
from tarazy.external.register import status
from tarazy.ground.documents.models import Document
from tarazy.ground.people.models import Appointment
from tarazy.reference.agencies.models import Agency
from tarazy.reference.institutions.models import Institution, Programme, Region


class Certificate(models.Model):
    """A certificate of accreditation. Its state at any date follows from its dates and its `StatusChange`s."""

    number = models.CharField(max_length=40, unique=True)
    decision = models.OneToOneField(
        Decision, on_delete=models.PROTECT, related_name="certificate"
    )
    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, related_name="certificates"
    )
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="certificates"
    )
    valid_from = models.DateField()
    valid_until = models.DateField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-valid_from", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certificate_has_a_term",
                condition=Q(valid_until__gt=models.F("valid_from")),
            )
        ]

    def __str__(self):
        return self.number

    def state_on(self, day):
        """`valid`, `not_yet`, `expired`, `suspended` or `withdrawn` on `day`; uses prefetched `changes`."""
        changes = [(change.kind, change.day) for change in self.changes.all()]
        return status.state_on(day, valid_from=self.valid_from, valid_until=self.valid_until, changes=changes)


class StatusChange(models.Model):
    """A suspension, a resumption or a withdrawal, with its day and grounds (R257)."""

    class Kind(models.TextChoices):
        SUSPENDED = "suspended"
        RESUMED = "resumed"
        WITHDRAWN = "withdrawn"

    certificate = models.ForeignKey(
        Certificate, on_delete=models.CASCADE, related_name="changes"
    )
    kind = models.CharField(max_length=10, choices=Kind)
    day = models.DateField()
    grounds = models.TextField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["day", "pk"]

    def __str__(self):
        return f"{self.certificate} {self.kind} {self.day:%Y-%m-%d}"


class Entry(models.Model):
    """A published decision with its report (R254). Level, region and names stand here as on the day of publication."""

    decision = models.OneToOneField(
        Decision, on_delete=models.PROTECT, related_name="entry"
    )
    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, related_name="register_entries"
    )
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="register_entries"
    )
    certificate = models.OneToOneField(
        Certificate,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="entry",
    )
    kind = models.CharField(max_length=15)
    level = models.CharField(max_length=12)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    programmes = models.ManyToManyField(
        Programme, blank=True, related_name="register_entries"
    )
    outcome = models.CharField(max_length=12)
    decided_on = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    report = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()
    deqar_report_id = models.CharField(max_length=30, blank=True)
    ministry_sent_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-decided_on", "-pk"]
        indexes = [models.Index(fields=["level", "region", "-decided_on"])]

    def __str__(self):
        return f"{self.institution} {self.decided_on:%Y-%m-%d}"
