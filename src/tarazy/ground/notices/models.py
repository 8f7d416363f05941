"""The outbox: what was said to whom, written in the transaction of its cause, delivered by the worker."""

from django.db import models

from tarazy.ground.people.models import Person


class Notice(models.Model):
    """One message to one person, rendered in their language when it is written; `url` leads to where they can act."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    language = models.CharField(max_length=2)
    subject = models.CharField(max_length=300)
    body = models.TextField()
    url = models.CharField(max_length=300, blank=True)
    cause = models.CharField(
        max_length=120
    )  # what it is about and why: "case:12/panel_announced/1"
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    failed = models.TextField(blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_notice_per_cause_and_person", fields=["cause", "person"]
            )
        ]
        indexes = [
            models.Index(
                name="unsent_notices", fields=["id"], condition=models.Q(sent_at=None)
            )
        ]

    def __str__(self):
        return f"{self.person.email}: {self.subject}"
