"""What lies on a reader's desk: a fixed number of queries, however many cases there are."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse

from tarazy.external.cases.models import Case
from tarazy.external.redress.queries import moves_for as complaints_for
from tarazy.ground.foundation.calendar import exceptions_between, is_working_day
from tarazy.ground.journal.models import Entry
from tarazy.ground.workflow.models import StepState
from tarazy.ground.workflow.plan import plan_called
from tarazy.ground.workflow.queries import actors, inbox
from tarazy.ground.workflow.states import StepStatus

DAYS_AHEAD = 12
OF_A_MOVE = ("pk", "run", "key", "due_on", "run__plan_key", "run__case__number", "run__case__institution__name")
MOST_TASKS = 40  # shown; the list of cases shows the others
NEWS = 8


@dataclass(frozen=True, slots=True)
class Task:
    """One move of the reader's own."""

    title: Any
    place: Any
    number: str
    due: date | None
    url: str
    days_left: int | None


@dataclass(frozen=True, slots=True)
class Workday:
    """One of the next working days: how many moves are due, how many panels are on site."""

    day: date
    moves: int
    visits: int


class Desk:
    """Everything that the desk shows to one appointment on one day."""

    def __init__(self, reader, today):
        self.reader, self.today = reader, today
        self.workdays = _workdays(today)
        self.rows = list(inbox(reader).values_list(*OF_A_MOVE, named=True))
        complaints = complaints_for(reader)
        self.dues = [*(row.due_on for row in self.rows), *(move.due_on for move in complaints)]
        # Only the most urgent are drawn: the rows come in that order, so no other can be among them.
        drawn = [*map(self._step, self.rows[:MOST_TASKS]), *map(self._complaint, complaints)]
        self.tasks = sorted(drawn, key=lambda task: (task.due or date.max, task.number))[:MOST_TASKS]
        self.visible = Case.objects.visible_to(reader)

    @property
    def moves(self):
        """How many moves are the reader's."""
        return len(self.dues)

    @property
    def late(self):
        """How many of them are late."""
        return sum(due is not None and due < self.today for due in self.dues)

    def _step(self, row):
        number = row.run__case__number
        return Task(
            title=plan_called(row.run__plan_key).steps[row.key].title,
            place=row.run__case__institution__name,
            number=number,
            due=row.due_on,
            url=reverse("procedure:step", args=[number, row.key]),
            days_left=self._left(row.due_on),
        )

    def _complaint(self, move):
        return Task(move.title, move.case.institution.name, move.case.number, move.due_on, move.url, self._left(move.due_on))

    def _left(self, due):
        """Working days until `due` as far as the next working days tell; None further away, negative when late."""
        if due is None:
            return None
        if due < self.today:
            return -1
        return sum(self.today < day <= due for day in self.workdays) if due <= self.workdays[-1] else None

    def groups(self):
        """The most urgent tasks by urgency: late, today and tomorrow, the next working days, later, without a day."""
        found = defaultdict(list)
        soon = self.workdays[1] if self.workdays[0] == self.today else self.workdays[0]
        for task in self.tasks:
            found[_urgency(task.due, self.today, soon, self.workdays[-1])].append(task)
        return [(key, found[key]) for key in ("late", "soon", "ahead", "later", "undated") if found[key]]

    def waiting(self):
        """Whom the reader's cases wait for: `(actor's name, how many open steps, how many late)`, the most first."""
        rows = StepState.objects.filter(state=StepStatus.OPEN, run__ended_on=None, run__in=self.visible.order_by().values("run"))
        others = rows.exclude(pk__in=[row.pk for row in self.rows]).order_by().values("actor")
        counted = others.annotate(count=Count("pk"), late=Count("pk", filter=Q(due_on__lt=self.today))).order_by("-count", "actor")
        names = actors()
        return [(names[one["actor"]].name, one["count"], one["late"]) for one in counted]

    def mine(self):
        """The reader's own moves as (run, step key) pairs."""
        return {(row.run, row.key) for row in self.rows}

    def strip(self):
        """The next working days with the moves that are due and the visits that take place."""
        due = Counter(self.dues)
        spans = list(
            self.visible.filter(visit_first_day__lte=self.workdays[-1], visit_last_day__gte=self.workdays[0]).values_list(
                "visit_first_day", "visit_last_day"
            )
        )
        return [Workday(day, due[day], sum(first <= day <= last for first, last in spans)) for day in self.workdays]

    def news(self, sides_by_case):
        """The latest entries on these cases that the reader may read, newest first."""
        # The latest of each case first, by the index on subjects: else all newer entries of all cases are walked through.
        latest = [
            Entry.objects.filter(subject=f"case:{pk}", audience__overlap=sorted(sides)).order_by("-pk").values("pk")[:NEWS]
            for pk, sides in sides_by_case.items()
            if sides
        ]
        if not latest:
            return Entry.objects.none()
        return Entry.objects.filter(pk__in=latest[0].union(*latest[1:], all=True)).order_by("-pk")[:NEWS]


def _urgency(due, today, soon, last):
    if due is None:
        return "undated"
    if due < today:
        return "late"
    return "soon" if due <= soon else "ahead" if due <= last else "later"


def _workdays(today):
    exceptions = exceptions_between(today, today + timedelta(days=40))
    days = (today + timedelta(days=n) for n in range(40))
    return [day for day in days if is_working_day(day, exceptions)][:DAYS_AHEAD]
