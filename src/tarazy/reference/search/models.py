"""The index: what can be found, and the stems of the words that it is found by."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from tarazy.ground.foundation.fields import TextField3
from tarazy.reference.search import lookups  # noqa: F401 (registers the comparison)


class Stem(models.Model):
    """The beginning that the forms of a word share, in small letters, Kazakh letters made plain."""

    text = models.CharField(max_length=60, unique=True)

    def __str__(self):
        return self.text


class Word(models.Model):
    """A word as it stands in a text, and the numbers of the stems that it has there. A stem is a word too, its own stem."""

    text = models.CharField(max_length=60, unique=True)
    stems = ArrayField(models.IntegerField(), default=list)

    def __str__(self):
        return self.text


class Entry(models.Model):
    """One thing that can be found. `source` names what put it there: all entries of a source are replaced together.

    `title_stems` are those of its title, `stems` those of everything it says, in all three languages.
    """

    source = models.CharField(max_length=80, db_index=True)
    kind = models.CharField(max_length=20)
    levels = ArrayField(models.CharField(max_length=12), default=list)
    actor = models.CharField(max_length=30)
    number = models.CharField(max_length=12, blank=True)
    title = TextField3()
    context = TextField3()
    path = models.CharField(max_length=200)
    position = models.PositiveIntegerField(default=0)
    title_stems = ArrayField(models.IntegerField(), default=list)
    stems = ArrayField(models.IntegerField(), default=list)

    class Meta:
        ordering = ["source", "position"]
        indexes = [GinIndex(fields=["stems"], name="entry_stems", fastupdate=False)]

    def __str__(self):
        return f"{self.number} {self.title}".strip()
