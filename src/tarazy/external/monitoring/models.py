"""After accreditation: what was promised, what is due, what was reported (R257, R217)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.models import Case
from tarazy.external.reviews.models import Finding
from tarazy.ground.documents.models import Document
from tarazy.ground.people.models import Appointment


class Duty(models.Model):
    """Something the institution owes by a day: the action plan, an interim report, the application for renewal."""

    class Kind(models.TextChoices):
        ACTION_PLAN = "action_plan", _("Plan of action")
        INTERIM_REPORT = "interim_report", _("Interim report")
        RENEWAL = "renewal", _("Application for renewal")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="duties")
    kind = models.CharField(max_length=15, choices=Kind)
    number = models.PositiveSmallIntegerField(default=1)
    due_on = models.DateField()
    met_on = models.DateField(null=True, blank=True)
    is_extra = models.BooleanField(default=False)  # asked for besides the calendar: after a return or a suspension

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [models.UniqueConstraint(name="one_duty_per_number", fields=["case", "kind", "number"])]

    def __str__(self):
        return f"{self.case} {self.kind} {self.due_on:%Y-%m-%d}"


class PlannedAction(models.Model):
    """What the institution will do about one recommendation or remark: action, who answers for it, by when, sign of success.

    `done_on` and `result` stand here, and in the public register, once the agency confirmed the report that says so.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="planned_actions")
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="actions")
    action = models.TextField()
    responsible = models.CharField(max_length=200)
    due_on = models.DateField()
    indicator = models.CharField(max_length=300)
    done_on = models.DateField(null=True, blank=True)
    result = models.TextField(blank=True)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [models.CheckConstraint(name="done_action_has_result", condition=Q(done_on=None) | ~Q(result=""))]

    def __str__(self):
        return f"{self.case}: {self.action[:40]}"


class InterimReport(models.Model):
    """A report on the recommendations and on what changed since the certificate, and the agency's verdict on it."""

    duty = models.OneToOneField(Duty, on_delete=models.CASCADE, related_name="report")
    text = models.TextField()
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    filed_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField()
    confirmed_on = models.DateField(null=True, blank=True)

    def __str__(self):
        return f"{self.duty}"


class Progress(models.Model):
    """What the institution says of a planned action: carried out or not, when, with what result; a draft until `report` is set."""

    action = models.ForeignKey(PlannedAction, on_delete=models.CASCADE, related_name="progress")
    report = models.ForeignKey(InterimReport, null=True, blank=True, on_delete=models.CASCADE, related_name="progress")
    done_on = models.DateField(null=True, blank=True)
    result = models.TextField(blank=True)
    said_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="done_progress_has_result", condition=Q(done_on=None) | ~Q(result="")),
            models.UniqueConstraint(name="one_progress_per_report", fields=["action", "report"], nulls_distinct=False),
        ]

    def __str__(self):
        return f"{self.action} {self.done_on or '–'}"
