"""The working calendar's table and the demonstration's clock."""

from django.db import models

from tarazy.ground.foundation.clock import Clock
from tarazy.ground.foundation.fields import TextField3

__all__ = ["CalendarDay", "Clock", "SchoolPeriod"]


class CalendarDay(models.Model):
    """A day that differs from the weekly rule and the public holidays: moved by order, or made a working day."""

    day = models.DateField(unique=True)
    is_working = models.BooleanField()
    reason = TextField3()
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["day"]

    def __str__(self):
        return f"{self.day:%Y-%m-%d}"


class SchoolPeriod(models.Model):
    """A term or a break of a school year, as the ministry's order of that year sets it (facts B9)."""

    class Kind(models.TextChoices):
        TERM = "term"
        BREAK = "break"

    school_year = models.CharField(max_length=9)  # "2025-2026"
    kind = models.CharField(max_length=8, choices=Kind)
    name = TextField3()
    first_day = models.DateField()
    last_day = models.DateField()
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["first_day"]
        constraints = [
            models.CheckConstraint(
                name="school_period_ends_after_it_begins",
                condition=models.Q(last_day__gte=models.F("first_day")),
            ),
        ]

    def __str__(self):
        return f"{self.school_year} {self.name}"
