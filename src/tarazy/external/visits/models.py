"""The programme of the site visit (R246)."""

from django.db import models
from django.db.models import F, Q

from tarazy.external.cases.models import Case


class VisitSession(models.Model):
    """One session of the three-day programme: when, where, with whom. Times are local to the institution."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="visit_sessions")
    day = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField()
    title = models.CharField(max_length=200)
    place = models.CharField(max_length=200, blank=True)
    group = models.CharField(max_length=200, blank=True)  # whom the panel meets
    online = models.BooleanField(default=False)

    class Meta:
        ordering = ["day", "starts", "pk"]
        constraints = [models.CheckConstraint(name="session_ends_after_it_starts", condition=Q(ends__gt=F("starts")))]

    def __str__(self):
        return f"{self.day:%Y-%m-%d} {self.starts:%H:%M} {self.title}"
