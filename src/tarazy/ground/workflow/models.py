"""A running plan and its steps, one row each."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext

from tarazy.ground.workflow.plan import Plan, Step, plan_called
from tarazy.ground.workflow.states import StepStatus


class Run(models.Model):
    """One plan being carried out. What it is about points here; this room does not know it."""

    plan_key = models.CharField(max_length=60)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.plan_key} {self.pk}"

    @property
    def plan(self) -> Plan:
        """The registered plan that this run follows; it never changes for a running one."""
        return plan_called(self.plan_key)


class StepState(models.Model):
    """Where one step of a run stands. `actor` is copied from the plan so that an inbox is one query."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="steps")
    key = models.CharField(max_length=60)
    actor = models.CharField(max_length=40)
    state = models.CharField(max_length=8, choices=StepStatus, default=StepStatus.BLOCKED)
    round = models.PositiveSmallIntegerField(default=0)
    outcome = models.CharField(max_length=30, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    opened_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="one_row_per_step", fields=["run", "key"]),
            models.CheckConstraint(
                name="open_step_has_opened",
                condition=~Q(state="open") | Q(opened_on__isnull=False),
            ),
            models.CheckConstraint(
                name="done_step_has_day_and_outcome",
                condition=~Q(state="done") | Q(done_on__isnull=False) & ~Q(outcome=""),
            ),
        ]
        indexes = [
            models.Index(
                name="open_steps_by_actor",
                fields=["actor", "due_on"],
                condition=Q(state="open"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.run_id}/{self.key}: {self.state}"

    @property
    def step(self) -> Step:
        """The step's entry in the plan."""
        return self.run.plan.steps[self.key]

    @property
    def why_skipped(self) -> str:
        """Why the step was left out, in the reader's language; `reason` holds the source text."""
        return gettext(self.reason) if self.reason else ""
