"""Entries of the journal. Append-only: the database itself refuses a change or a removal."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from tarazy.ground.journal import verbs


class Entry(models.Model):
    """One act: who, in which appointment, on what, before and after, why, when.

    `subject` names what it happened to ("case:12"); `verb` is a key of `journal.verbs`; `audience` the sides that may
    read it; `seal` chains the entry to the one before it on the same subject.
    """

    at = models.DateTimeField()
    person_id = models.BigIntegerField(null=True)
    appointment_id = models.BigIntegerField(null=True)
    who = models.JSONField(default=dict)  # name, role and body as they were that day
    subject = models.CharField(max_length=80)
    verb = models.CharField(max_length=80)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    why = models.TextField(blank=True)
    audience = ArrayField(models.CharField(max_length=20), default=list)
    seal = models.CharField(max_length=64)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["subject", "id"])]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.subject} {self.verb}"

    @property
    def sentence(self):
        """What happened, in the reader's language."""
        return verbs.sentence(self)
