"""The states of a step."""

from django.db import models


class StepStatus(models.TextChoices):
    """`blocked` until what it waits for is finished; then `open`, or `skipped` where it does not apply; at last `done`."""

    BLOCKED = "blocked"
    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


FINISHED = frozenset({StepStatus.DONE, StepStatus.SKIPPED})
