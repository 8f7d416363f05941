"""The outbox: what was said to whom, written in the transaction of its cause, delivered by the worker."""

from django.db import models
from django.db.models import Q

from tarazy.ground.people.models import Person

MOST_TRIES = 12


class NoticeQuerySet(models.QuerySet):
    """Notices, read as adjectives."""

    def visible_to(self, person):
        """Those written to this person; everybody reads their own alone."""
        return self.filter(person=person)

    def unread(self):
        """Those that the receiver has not marked as read."""
        return self.filter(read_at=None)

    def waiting(self, now):
        """Those whose e-mail is to be tried at `now`."""
        return self.filter(Q(try_after=None) | Q(try_after__lte=now), sent_at=None, tries__lt=MOST_TRIES)

    def given_up(self):
        """Those whose e-mail could not be delivered in all tries; somebody has to look at the address."""
        return self.filter(sent_at=None, tries__gte=MOST_TRIES)


class Notice(models.Model):
    """One message to one person, rendered in their language when it is written; `url` leads to where they can act.

    `failed` keeps the last failure's text, also after a later try went well.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    language = models.CharField(max_length=2)
    subject = models.CharField(max_length=300)
    body = models.TextField()
    url = models.CharField(max_length=300, blank=True)
    cause = models.CharField(max_length=120)  # what it is about and why: "case:12/panel_announced/1"
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    failed = models.TextField(blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    try_after = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    address: str  # where it leads; given by queries.addressed

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [models.UniqueConstraint(name="one_notice_per_cause_and_person", fields=["cause", "person"])]
        indexes = [models.Index(name="unsent_notices", fields=["id"], condition=Q(sent_at=None))]

    def __str__(self):
        return f"{self.person.email}: {self.subject}"
