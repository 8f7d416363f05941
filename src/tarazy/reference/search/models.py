"""The index: what can be found, the words of it, and which of it has which word."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Reverse

from tarazy.ground.foundation.fields import TextField3
from tarazy.reference.search import lookups  # noqa: F401 (registers the comparison)

LETTERS = {"max_length": 60, "db_collation": "C"}  # compared letter by letter: beginnings are found by the index too


class Word(models.Model):
    """A word as it stands in a text, in small letters, Kazakh letters made plain, and the stems that it has there.

    A stem is the beginning that the forms of a word share. It is kept as a word too, its own stem.
    """

    text = models.CharField(**LETTERS, primary_key=True)
    stems = ArrayField(models.CharField(max_length=60), default=list)

    class Meta:
        indexes = [models.Index(Reverse("text"), name="word_backwards")]

    def __str__(self):
        return self.text


class Volume(models.Model):
    """What was put into the index together: its entries are numbered from 0, and sets of them are kept as numbers.

    Bit n of such a number stands for the entry at position n. `facets[facet][value]` is the set of the entries with this value,
    in hexadecimal digits; an entry that was taken out again is in none of them.
    """

    facets = models.JSONField(default=dict)

    def __str__(self):
        return str(self.pk)


class Source(models.Model):
    """What put entries into the index, a set of standards for instance: those of a volume from `first` on, `size` of them."""

    name = models.CharField(max_length=80, unique=True)
    volume = models.ForeignKey(Volume, on_delete=models.CASCADE, related_name="sources")
    first = models.PositiveIntegerField()
    size = models.PositiveIntegerField()

    def __str__(self):
        return self.name


class Entry(models.Model):
    """One thing that can be found, at its position in its volume.

    It is written with its volume and goes with it, as postings do; the database does not check it: that took longer than to write them.
    """

    pk = models.CompositePrimaryKey("volume_id", "position")
    volume = models.ForeignKey(Volume, on_delete=models.CASCADE, related_name="entries", db_index=False, db_constraint=False)
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    levels = ArrayField(models.CharField(max_length=12), default=list)
    actor = models.CharField(max_length=30)
    number = models.CharField(max_length=12, blank=True)
    title = TextField3()
    context = TextField3()
    path = models.CharField(max_length=200)

    def __str__(self):
        return f"{self.number} {self.title}".strip()


class Posting(models.Model):
    """Which entries of a volume have a stem, in whichever of the three languages: anywhere, and in their titles.

    Both are sets in bytes, the lowest bits first, `skipped` bytes of zeros before them left out.
    """

    pk = models.CompositePrimaryKey("stem", "volume_id")
    stem = models.CharField(**LETTERS)
    volume = models.ForeignKey(Volume, on_delete=models.CASCADE, related_name="postings", db_constraint=False)
    skipped = models.PositiveIntegerField()
    anywhere = models.BinaryField()
    in_title = models.BinaryField()

    def __str__(self):
        return self.stem
