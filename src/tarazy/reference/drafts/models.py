"""Drafts of standards sets and what the public says of them."""

from django.db import models
from django.db.models.functions import MD5
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tarazy.ground.foundation.text import Text
from tarazy.ground.people.models import Appointment
from tarazy.reference.agencies.models import Agency
from tarazy.reference.standards.models import StandardsSet


class Draft(models.Model):
    """A set that an agency is writing. `content` has the shape of a package, whole or not yet; `revision` counts its changes.

    A published draft stays with its comments and the set that it became; it is not changed any more.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="drafts")
    key = models.CharField(max_length=60)
    content = models.JSONField()
    replaces = models.CharField(max_length=60, blank=True)
    base = models.ForeignKey(StandardsSet, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(default=1)
    begun_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    changed_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    comments_from = models.DateField(null=True, blank=True)
    comments_until = models.DateField(null=True, blank=True)
    published = models.OneToOneField(StandardsSet, null=True, blank=True, on_delete=models.PROTECT, related_name="draft")

    class Meta:
        ordering = ["-changed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(name="one_open_draft_per_set", fields=["key"], condition=models.Q(published=None)),
        ]

    def __str__(self):
        return f"{self.key} ({self.revision})"

    def get_absolute_url(self):
        """The draft's page inside the agency."""
        return reverse("drafts:draft", args=[self.pk])

    @property
    def title(self):
        """What the set is called."""
        return Text.of(self.content.get("title"))

    def takes_comments(self, today):
        """Whether the public may comment on `today`, first and last day included."""
        return self.published_id is None and bool(self.comments_from) and self.comments_from <= today <= self.comments_until

    def was_put_out(self, today):
        """Whether the public may read the draft with its comments, also when the time for comments is over."""
        return bool(self.comments_from) and self.comments_from <= today


class Comment(models.Model):
    """What somebody says of a standard or criterion of a draft, and the agency's answer.

    Who has no account gives a name; their comment is shown when the agency has answered it.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="comments")
    number = models.CharField(max_length=12)
    said_of = models.JSONField(default=dict)  # the text of the criterion when the comment was made
    text = models.TextField()
    language = models.CharField(max_length=2)
    name = models.CharField(_("name"), max_length=120)
    appointment = models.ForeignKey(Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answer_language = models.CharField(max_length=2, blank=True)
    answered_by = models.ForeignKey(Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [  # of the text its sum, because a long text has no place in an index
            models.UniqueConstraint("draft", "number", "name", MD5("text"), name="one_comment_once"),
        ]

    def __str__(self):
        return f"{self.number}: {self.text[:60]}"
