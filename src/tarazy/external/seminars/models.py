"""Seminars, webinars and briefings; one seminar may serve many organisations at once (R236, R245, R272)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.models import Case
from tarazy.reference.agencies.models import Agency
from tarazy.reference.institutions.models import Institution, Region


class Gathering(models.Model):
    """A seminar for institutions, or a webinar or briefing for a panel."""

    class Kind(models.TextChoices):
        SEMINAR = "seminar", _("Seminar")
        WEBINAR = "webinar", _("Webinar")
        BRIEFING = "briefing", _("Briefing")

    class Form(models.TextChoices):
        IN_PERSON = "in_person", _("In person")
        ONLINE = "online", _("Online")
        HYBRID = "hybrid", _("In person and online")

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="gatherings")
    kind = models.CharField(max_length=10, choices=Kind)
    form = models.CharField(max_length=10, choices=Form)
    held_on = models.DateField()
    topic = models.CharField(max_length=300)
    aim = models.TextField(blank=True)
    programme = models.TextField(blank=True)  # one topic a line
    speakers = models.TextField(blank=True)  # name and post, one a line
    venue = models.CharField(max_length=300, blank=True)
    host = models.ForeignKey(Institution, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    link = models.URLField(blank=True)
    support = models.CharField(max_length=300, blank=True)
    regions = models.ManyToManyField(Region, blank=True)
    cases = models.ManyToManyField(Case, blank=True, related_name="gatherings")

    class Meta:
        ordering = ["-held_on", "-pk"]

    def __str__(self):
        return f"{self.held_on:%Y-%m-%d} {self.topic}"


class Attendance(models.Model):
    """How many people of one institution came, in person and online, and who they were."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="attendance")
    institution = models.ForeignKey(Institution, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    in_person = models.PositiveIntegerField(default=0)
    online = models.PositiveIntegerField(default=0)
    names = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_attendance_per_institution",
                fields=["gathering", "institution"],
            ),
            models.CheckConstraint(name="somebody_came", condition=Q(in_person__gt=0) | Q(online__gt=0)),
        ]

    def __str__(self):
        return f"{self.gathering}: {self.in_person}+{self.online}"
