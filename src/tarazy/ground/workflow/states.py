"""The states of a step."""

from django.db import models
from django.utils.translation import pgettext_lazy


class StepStatus(models.TextChoices):
    """`blocked` until what it waits for is finished; then `open`, or `skipped` where it does not apply; at last `done`."""

    BLOCKED = "blocked", pgettext_lazy("step", "Blocked")
    OPEN = "open", pgettext_lazy("step", "Open")
    DONE = "done", pgettext_lazy("step", "Done")
    SKIPPED = "skipped", pgettext_lazy("step", "Skipped")


FINISHED = frozenset({StepStatus.DONE, StepStatus.SKIPPED})
