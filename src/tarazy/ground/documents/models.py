"""Documents and their versions. A version never changes; a change is a new version."""

from django.db import models
from django.db.models import Q

from tarazy.ground.people.models import Appointment


class Document(models.Model):
    """Something written, kept in versions. Who may read it is said by the room that holds it, within its confidentiality.

    `OPEN` is public by nature: a certificate, a published report. `PARTIES` is read by the sides that the room names.
    `CONFIDENTIAL` was marked so by whoever handed it in; a room keeps it from sides that only decide on what others found,
    and it stands on no public page and in no open file. The mark is set with the first version and stays.
    """

    class Confidentiality(models.TextChoices):
        OPEN = "open"
        PARTIES = "parties"
        CONFIDENTIAL = "confidential"

    title = models.CharField(max_length=300)
    confidentiality = models.CharField(max_length=12, choices=Confidentiality, default=Confidentiality.PARTIES)

    def __str__(self):
        return self.title

    @property
    def is_confidential(self):
        """Whether whoever handed it in marked it as confidential."""
        return self.confidentiality == self.Confidentiality.CONFIDENTIAL

    @property
    def latest(self):
        """The newest version; uses what `prefetch_related("versions")` brought."""
        return max(self.versions.all(), key=lambda version: version.number, default=None)


class Version(models.Model):
    """One version of a document: the bytes, their SHA-256, and the type that was found in them."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    file = models.FileField(upload_to="documents/%Y/%m", max_length=255)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    language = models.CharField(max_length=2, blank=True)
    added_by = models.ForeignKey(Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["document", "number"]
        constraints = [
            models.UniqueConstraint(name="one_version_per_number", fields=["document", "number"]),
            models.CheckConstraint(
                name="version_has_checksum",
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
            ),
            models.CheckConstraint(name="version_has_content", condition=Q(size__gt=0)),
        ]

    def __str__(self):
        return f"{self.name} v{self.number}"
