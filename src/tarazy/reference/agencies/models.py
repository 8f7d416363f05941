"""Accreditation bodies and their rulebooks: every number that differs between agencies is a rulebook value."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tarazy.ground.foundation.fields import TextField3
from tarazy.ground.people.models import Appointment, Body


class Agency(Body):
    """An accreditation body recognised in Register 1 (R215)."""

    acronym = models.CharField(max_length=20, unique=True)
    levels = models.JSONField(default=list)
    networks = models.JSONField(default=list)  # profile networks of full membership: "WFME", "ENAEE" (R223)
    register_number = models.CharField(max_length=40, blank=True)
    address = TextField3(blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)
    deqar_id = models.CharField(max_length=10, blank=True)
    is_demonstration = models.BooleanField(default=False)


class Rulebook(models.Model):
    """One version of an agency's values. A published version never changes; a case keeps the one of its contract.

    `values` holds the keys of `agencies.rulebook.RULES`, validated by type and range.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="rulebooks")
    version = models.PositiveSmallIntegerField()
    values = models.JSONField()
    in_force_from = models.DateField()
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["agency", "version"]
        constraints = [models.UniqueConstraint(name="one_rulebook_per_version", fields=["agency", "version"])]

    def __str__(self):
        return f"{self.agency.acronym} {self.version}"


class CouncilSeat(models.Model):
    """A member of the Accreditation Council, with the group that they come from (facts B1, council rules)."""

    class Group(models.TextChoices):
        EDUCATION = "education", _("Education experts")
        INTERNATIONAL = "international", _("International experts")
        AUTHORITY = "authority", _("Public authorities")
        EMPLOYER = "employer", _("Employers")
        STUDENT = "student", _("Student organisations")
        PUBLIC = "public", _("Non-governmental organisations")

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="council_seats")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    group = models.CharField(max_length=15, choices=Group)
    is_chair = models.BooleanField(default=False)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-is_chair", "pk"]
        constraints = [
            models.CheckConstraint(
                name="council_seat_ends_after_it_begins",
                condition=Q(until=None) | Q(until__gte=F("since")),
            ),
            models.UniqueConstraint(
                name="one_chair_of_a_council",
                fields=["agency"],
                condition=Q(is_chair=True, until=None),
            ),
        ]

    def __str__(self):
        return f"{self.appointment}"
