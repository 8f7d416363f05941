"""Technical review of a self-assessment report, standard by standard (R238)."""

from django.db import models

from tarazy.external.cases.models import ReceivedReport
from tarazy.ground.people.models import Appointment
from tarazy.reference.standards.models import Standard


class ReviewRemark(models.Model):
    """What the reviewer says of one standard in one version of the report; `to_rework` sends that standard back."""

    report = models.ForeignKey(ReceivedReport, on_delete=models.CASCADE, related_name="remarks")
    standard = models.ForeignKey(Standard, on_delete=models.PROTECT, related_name="+")
    to_rework = models.BooleanField(default=False)
    text = models.TextField(blank=True)
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["standard__position"]
        constraints = [
            models.UniqueConstraint(name="one_remark_per_standard", fields=["report", "standard"]),
            models.CheckConstraint(
                name="rework_says_why",
                condition=models.Q(to_rework=False) | ~models.Q(text=""),
            ),
        ]

    def __str__(self):
        return f"{self.report} {self.standard.number}"
