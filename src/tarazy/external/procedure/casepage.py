"""The case page as plain data: whose move, by when, what then; the four stages with their steps."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tarazy.external.cases.states import Side
from tarazy.ground.foundation.calendar import exceptions_between, working_days_between
from tarazy.ground.workflow.queries import inbox
from tarazy.ground.workflow.states import StepStatus

DRAWN_DAYS = 45  # a longer term is told in words only


@dataclass(frozen=True, slots=True)
class Move:
    """One open step, for the headline."""

    mine: bool
    title: Any
    who: Any
    due: date | None
    days_left: int | None
    then: str
    url: str
    action: str
    days_used: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step in the timeline."""

    key: str
    title: Any
    state: str
    date: date | None
    note: str
    url: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class StageColumn:
    """One of the four stages."""

    number: int
    title: Any
    state: str
    summary: str
    steps: list[StepLine]


class CasePage:
    """Everything that the case page shows of the procedure, for one reader: two queries, whatever the plan."""

    def __init__(self, case, *, reader, sides, today):
        """`reader` is the appointment that looks, `sides` the sides of the case that it is on."""
        self.case, self.reader, self.sides, self.today = case, reader, sides, today
        self.plan = case.run.plan
        self.rows = {row.key: row for row in case.run.steps.all()}
        self.mine = set(inbox(reader).filter(run=case.run_id).values_list("key", flat=True)) if reader else set()

    def title_of(self, step):
        """What this reader calls the step: the agency's word, or the one shown to the others."""
        return step.shown if step.shown and Side.AGENCY not in self.sides else step.title

    def may_open(self, key):
        """Whether the step's page is open to this reader."""
        return key in self.mine or bool(self.sides & set(self.plan.steps[key].readers))

    def moves(self):
        """The open steps: the reader's own first, then the most urgent."""
        found = [self._move(row) for row in self.rows.values() if self._is_open(row)]
        return sorted(found, key=lambda move: (not move.mine, move.due or date.max))

    def move_of(self, key):
        """The move of this step for its own page, where no button leads to it; None while the step is not open."""
        row = self.rows[key]
        return replace(self._move(row), action="") if self._is_open(row) else None

    def _is_open(self, row):
        return row.state == StepStatus.OPEN and self.case.run.ended_on is None

    def stages(self):
        """The four columns of the timeline."""
        return [self._stage(number, stage) for number, stage in enumerate(self.plan.stages, start=1)]

    @cached_property
    def _exceptions(self):
        """The calendar's own days as far as the open steps reach: one query for all of them."""
        rows = [row for row in self.rows.values() if row.state == StepStatus.OPEN and row.due_on]
        days = [self.today, *(row.due_on for row in rows), *(row.opened_on for row in rows if row.opened_on)]
        return exceptions_between(min(days), max(days))

    def _move(self, row):
        step = self.plan.steps[row.key]
        mine = row.key in self.mine
        return Move(
            mine=mine,
            title=self.title_of(step),
            who=step.by.name,
            due=row.due_on,
            days_left=working_days_between(self.today, row.due_on, self._exceptions) if row.due_on else None,
            days_used=self._days_used(row),
            then=self._then(step),
            url=reverse("procedure:step", args=[self.case.number, row.key]) if self.may_open(row.key) else "",
            action=_("Open this step") if mine else "",
        )

    def _days_used(self, row):
        """Working days since the step opened, for terms short enough to be drawn a cell a day."""
        if not row.due_on or not row.opened_on or (row.due_on - row.opened_on).days > DRAWN_DAYS:
            return None
        return max(working_days_between(row.opened_on, self.today, self._exceptions), 0)

    def _then(self, step):
        blocked = {key for key, row in self.rows.items() if row.state == StepStatus.BLOCKED}
        following = self.plan.next_after(step.key, blocked)
        if following is None:
            return _("No other step waits for this one.")
        said = _("%(step)s (%(who)s), where it applies") if following.when else _("%(step)s (%(who)s)")
        return said % {"who": following.by.name, "step": self.title_of(following)}

    def _stage(self, number, stage):
        lines = [self._line(self.rows[step.key], step) for step in stage.steps]
        done = sum(line.state in {"done", "skipped"} for line in lines)
        moving = any(line.state in {"mine", "theirs", "again"} for line in lines)
        state = "done" if done == len(lines) else "now" if moving or done else "later"
        return StageColumn(number, stage.title, state, self._summary(state, done, len(lines)), lines)

    def _summary(self, state, done, total):
        if state == "done":
            return _("finished")
        if state == "later":
            return _("ahead")
        return ngettext("%(done)s of %(total)s step is done", "%(done)s of %(total)s steps are done", total) % {
            "done": done,
            "total": total,
        }

    def _line(self, row, step):
        again = row.round > 1 and row.state == StepStatus.OPEN
        states = {StepStatus.DONE: "done", StepStatus.SKIPPED: "skipped", StepStatus.BLOCKED: "later"}
        state = states.get(row.state) or ("mine" if row.key in self.mine else "again" if again else "theirs")
        return StepLine(
            key=row.key,
            title=self.title_of(step),
            state=state,
            date=row.done_on if row.state == StepStatus.DONE else row.due_on,
            note=self._note(row, step),
            url=reverse("procedure:step", args=[self.case.number, row.key]) if self._has_page(row) else "",
        )

    def _open_note(self, row, step):
        values = {"who": step.by.name, "round": row.round}
        if row.key in self.mine:
            return _("Your move.") if row.round == 1 else _("Your move, round %(round)s.") % values
        return (_("Move: %(who)s.") if row.round == 1 else _("Move: %(who)s. Round %(round)s.")) % values

    def _has_page(self, row):
        return row.state in {StepStatus.OPEN, StepStatus.DONE} and self.may_open(row.key)

    def _note(self, row, step):
        if row.state == StepStatus.SKIPPED:
            return row.why_skipped
        if row.state == StepStatus.OPEN:
            return self._open_note(row, step)
        if row.state == StepStatus.DONE and len(step.outcomes) > 1 and Side.AGENCY in self.sides:
            return str(step.outcome(row.outcome).title)
        return ""
