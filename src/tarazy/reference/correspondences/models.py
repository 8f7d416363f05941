"""Correspondences of standards as they were loaded from crosswalks, and what people said of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tarazy.ground.foundation.fields import TextField3
from tarazy.ground.people.models import Appointment


class Relation(models.TextChoices):
    """How what the first standard asks stands to what the second asks."""

    EQUAL = "equal", _("means the same as")
    BROADER = "broader", _("is broader than")
    NARROWER = "narrower", _("is narrower than")
    OVERLAPS = "overlaps", _("overlaps with")


REVERSED = {"equal": "equal", "broader": "narrower", "narrower": "broader", "overlaps": "overlaps"}


class Correspondence(models.Model):
    """What one standard has in common with another: an edge of the graph of standards.

    Standards are named by set and number, not by version: a correspondence outlives a version that leaves its number alone.
    Who reviews confirms it; anybody with an account may dispute it, with a reason that is answered. `crosswalk` names the file
    that it comes from; it is empty where that file says it no more and the correspondence stays for what people said of it.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Proposed")
        CONFIRMED = "confirmed", _("Confirmed")
        DISPUTED = "disputed", _("Disputed")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    crosswalk = models.CharField(max_length=60, db_index=True)
    from_set = models.CharField(max_length=60)
    from_number = models.CharField(max_length=10)
    to_set = models.CharField(max_length=60)
    to_number = models.CharField(max_length=10)
    relation = models.CharField(max_length=10, choices=Relation)
    reason = TextField3()
    author = models.CharField(max_length=120)
    made_on = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    confirmed_by = models.ForeignKey(Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="one_correspondence_per_pair", fields=["from_set", "from_number", "to_set", "to_number"]),
        ]
        indexes = [
            models.Index(fields=["from_set", "from_number"], name="correspondence_from"),
            models.Index(fields=["to_set", "to_number"], name="correspondence_to"),
        ]

    def __str__(self):
        return f"{self.from_set}/{self.from_number} {self.relation} {self.to_set}/{self.to_number}"

    @property
    def ends(self):
        """The two standards as `(set key, number)`, in its direction."""
        return (self.from_set, self.from_number), (self.to_set, self.to_number)


class Dispute(models.Model):
    """Somebody holds a correspondence to be wrong, and why; the answer keeps it or takes it out.

    `relation` and `said` are what the correspondence said on that day, in its direction: its file may say something else since.
    """

    correspondence = models.ForeignKey(Correspondence, on_delete=models.PROTECT, related_name="disputes")
    relation = models.CharField(max_length=10, choices=Relation)
    said = TextField3()
    reason = models.TextField()
    language = models.CharField(max_length=2)
    raised_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    upheld = models.BooleanField(null=True, blank=True)
    answered_by = models.ForeignKey(Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="one_open_dispute", fields=["correspondence"], condition=models.Q(answered_at=None)),
        ]

    def __str__(self):
        return self.reason[:60]

    @property
    def is_of_other_words(self):
        """Whether the correspondence has come to say something else since."""
        now = self.correspondence
        return (self.relation, self.said) != (now.relation, now.reason)

    @property
    def relation_turned(self):
        """Its relation as it reads against the direction of the correspondence."""
        return Relation(REVERSED[self.relation]).label
