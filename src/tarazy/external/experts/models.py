"""The agency's pool of experts."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from tarazy.ground.people.models import Appointment
from tarazy.reference.institutions.models import Institution


class Background(models.TextChoices):
    """Whom an expert represents: the seats of a panel ask for these (R241, facts B1)."""

    ACADEMIC = "academic"
    EMPLOYER = "employer"
    STUDENT = "student"
    INTERNATIONAL = "international"


class Expert(models.Model):
    """A person of the pool. Only certified experts of the level may sit on a panel (R224); certificates expire (facts B1)."""

    appointment = models.OneToOneField(Appointment, on_delete=models.PROTECT, related_name="expert")
    background = models.CharField(max_length=15, choices=Background)
    levels = ArrayField(models.CharField(max_length=12), default=list)
    fields = models.CharField(max_length=300, blank=True)
    languages = ArrayField(models.CharField(max_length=2), default=list)
    workplace = models.ForeignKey(Institution, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    workplace_name = models.CharField(max_length=200, blank=True)
    nominated_by = models.CharField(max_length=200, blank=True)
    certificate_number = models.CharField(max_length=40, blank=True)
    certified_until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["appointment__person__name"]

    def __str__(self):
        return self.appointment.person.name


class Interest(models.Model):
    """A connection that an expert declared with an institution, from one year to another; it bars them from its panels."""

    expert = models.ForeignKey(Expert, on_delete=models.CASCADE, related_name="interests")
    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    nature = models.CharField(max_length=300)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    def __str__(self):
        return f"{self.expert}: {self.institution}"
