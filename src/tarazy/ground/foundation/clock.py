"""One clock. Rules and services never ask for the time: they are given `now` or `today`.

Only views, commands and jobs call `now()`; the demonstration may move its clock (`Clock.ahead`), nothing else can.
"""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone


class Clock(models.Model):
    """How far the demonstration's clock stands ahead of the real one; at most one row, empty outside the demonstration."""

    days_ahead = models.PositiveIntegerField(default=0)

    class Meta:
        app_label = "foundation"

    def __str__(self):
        return f"+{self.days_ahead} d"


def now():
    """The moment, aware, in UTC; in the demonstration moved ahead by its own clock."""
    moment = timezone.now()  # noqa: TID251 (this is the clock)
    if settings.DEMO or settings.TESTING:
        ahead = Clock.objects.values_list("days_ahead", flat=True).first()
        moment += timedelta(days=ahead or 0)
    return moment


def today():
    """The day in Kazakhstan (the time zone of the settings) at `now()`."""
    return timezone.localdate(now())


def turn_ahead(days):
    """Move the demonstration's clock `days` days ahead; refuses outside the demonstration."""
    if not (settings.DEMO or settings.TESTING):
        message = "Only the demonstration's clock can be moved."
        raise RuntimeError(message)
    clock, _ = Clock.objects.get_or_create(pk=1)
    clock.days_ahead = models.F("days_ahead") + days
    clock.save(update_fields=["days_ahead"])
