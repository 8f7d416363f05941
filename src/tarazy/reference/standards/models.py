"""Standards sets as they were loaded: a changed package is a new version, an old version never changes."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse

from tarazy.ground.foundation.fields import TextField3
from tarazy.ground.foundation.text import Text
from tarazy.reference.agencies.models import Agency
from tarazy.reference.standards.names import ASKED_NAMES, KIND_NAMES, OWNER_NAMES


class StandardsSet(models.Model):
    """One version of one set. `checksum` is the SHA-256 of the package's canonical content.

    `agency` is the one whose own set it is, if it is one; `replaces` the key of the set in whose place it then judges new
    cases. A version holds from `in_force_from` (a day in Kazakhstan; from the beginning where empty); one that a newer
    version followed may still be chosen until `usable_until`, that day included.
    """

    key = models.CharField(max_length=60)
    version = models.CharField(max_length=20)
    level = models.CharField(max_length=12)
    levels = ArrayField(models.CharField(max_length=12), default=list)
    owner = models.CharField(max_length=30)
    kind = models.CharField(max_length=20)
    title = TextField3()
    summary = TextField3()
    source = models.CharField(max_length=200)
    complete = models.BooleanField(default=False)
    checksum = models.CharField(max_length=64)
    file_checksum = models.CharField(max_length=64, blank=True, db_index=True)
    loaded_at = models.DateTimeField()
    is_latest = models.BooleanField(default=True)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="standards_sets")
    replaces = models.CharField(max_length=60, blank=True)
    in_force_from = models.DateField(null=True, blank=True)
    usable_until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["level", "key", "-loaded_at"]
        constraints = [
            models.UniqueConstraint(name="one_set_per_version", fields=["key", "version"]),
            models.UniqueConstraint(
                name="one_latest_version",
                fields=["key"],
                condition=models.Q(is_latest=True),
            ),
        ]

    def __str__(self):
        return f"{self.key} {self.version}"

    def get_absolute_url(self):
        """The page of this very version in the public library."""
        return reverse("standards:version", args=[self.key, self.version])

    @property
    def kind_name(self):
        """What its kind is called."""
        return KIND_NAMES.get(self.kind, self.kind)

    @property
    def owner_name(self):
        """Whose standards these are."""
        return self.agency.acronym if self.agency else OWNER_NAMES.get(self.owner, self.owner)


class Standard(models.Model):
    """A standard (or direction) of a set."""

    set = models.ForeignKey(StandardsSet, on_delete=models.CASCADE, related_name="standards")
    number = models.CharField(max_length=10)
    position = models.PositiveSmallIntegerField()
    title = TextField3()
    purpose = TextField3()
    source = models.CharField(max_length=200)
    requirement = models.CharField(max_length=4, blank=True)

    class Meta:
        ordering = ["set", "position"]
        constraints = [models.UniqueConstraint(name="one_standard_per_number", fields=["set", "number"])]

    def __str__(self):
        return f"{self.number}. {self.title}"

    def get_absolute_url(self):
        """The standard's page in the public library."""
        return reverse("standards:standard", args=[self.set.key, self.set.version, self.number])


class Criterion(models.Model):
    """What must hold, what an expert looks at, what usually proves it, what to ask and whom, what is a good or a bad sign.

    Only the text must be there: an agency's own criteria may say less than those that come with Tarazy.
    """

    standard = models.ForeignKey(Standard, on_delete=models.CASCADE, related_name="criteria")
    number = models.CharField(max_length=12)
    position = models.PositiveSmallIntegerField()
    text = TextField3()
    look_at = TextField3()
    evidence = models.JSONField(default=list)  # [{"kk": …, "ru": …, "en": …}]
    questions = models.JSONField(default=list)  # [{"for": "head", "text": {"kk": …, "ru": …, "en": …}}]
    strength = models.JSONField(default=list)  # as evidence
    risk = models.JSONField(default=list)  # as evidence
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ["standard", "position"]
        constraints = [models.UniqueConstraint(name="one_criterion_per_number", fields=["standard", "number"])]

    def __str__(self):
        return f"{self.number} {self.text}"

    def get_absolute_url(self):
        """Its place on the standard's page."""
        return f"{self.standard.get_absolute_url()}#c{self.number}"

    @property
    def proofs(self):
        """The typical evidence as texts."""
        return [Text.of(one) for one in self.evidence]

    @property
    def asked(self):
        """The questions for interviews as `(who is asked, text)`."""
        return [(ASKED_NAMES[one["for"]], Text.of(one["text"])) for one in self.questions]

    @property
    def strengths(self):
        """The signs of strength as texts."""
        return [Text.of(one) for one in self.strength]

    @property
    def risks(self):
        """The signs of risk as texts."""
        return [Text.of(one) for one in self.risk]
