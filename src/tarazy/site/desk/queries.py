"""What lies on a reader's desk: a fixed number of queries, however many cases there are."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse

from tarazy.external.cases.models import Case
from tarazy.external.redress.queries import moves_for as complaints_for
from tarazy.ground.foundation.calendar import exceptions_between, is_working_day
from tarazy.ground.journal.models import Entry
from tarazy.ground.workflow.models import StepState
from tarazy.ground.workflow.queries import actors, inbox
from tarazy.ground.workflow.states import StepStatus

DAYS_AHEAD = 12


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
        self.tasks = sorted([*self._steps(), *self._complaints()], key=lambda task: (task.due or date.max, task.number))
        self.visible = Case.objects.visible_to(reader)

    def _steps(self):
        rows = inbox(self.reader).select_related("run__case__institution")
        for row in rows:
            case = row.run.case
            yield Task(
                title=row.run.plan.steps[row.key].title,
                place=case.institution.name,
                number=case.number,
                due=row.due_on,
                url=reverse("procedure:step", args=[case.number, row.key]),
                days_left=self._left(row.due_on),
            )

    def _complaints(self):
        for move in complaints_for(self.reader):
            yield Task(
                move["title"],
                move["case"].institution.name,
                move["case"].number,
                move["due_on"],
                move["url"],
                self._left(move["due_on"]),
            )

    def _left(self, due):
        """Working days until `due` as far as the next working days tell; None further away, negative when late."""
        if due is None:
            return None
        if due < self.today:
            return -1
        return sum(self.today < day <= due for day in self.workdays) if due <= self.workdays[-1] else None

    def groups(self):
        """The tasks by urgency: late, today and tomorrow, the next working days, later, without a day."""
        found = defaultdict(list)
        soon = self.workdays[1] if self.workdays[0] == self.today else self.workdays[0]
        for task in self.tasks:
            found[_urgency(task.due, self.today, soon, self.workdays[-1])].append(task)
        return [(key, found[key]) for key in ("late", "soon", "ahead", "later", "undated") if found[key]]

    def waiting(self):
        """Whom the reader's cases wait for: `(actor's name, how many open steps, how many late)`, the most first."""
        rows = StepState.objects.filter(state=StepStatus.OPEN, run__ended_on=None, run__in=self.visible.order_by().values("run"))
        mine = inbox(self.reader).order_by().values("pk")
        counted, late = Counter(), Counter()
        for actor, due in rows.exclude(pk__in=mine).values_list("actor", "due_on"):
            counted[actor] += 1
            late[actor] += bool(due and due < self.today)
        names = actors()
        return [(names[key].name, count, late[key]) for key, count in counted.most_common(6)]

    def strip(self):
        """The next working days with the moves that are due and the visits that take place."""
        due = Counter(task.due for task in self.tasks)
        spans = list(
            self.visible.filter(visit_first_day__lte=self.workdays[-1], visit_last_day__gte=self.workdays[0]).values_list(
                "visit_first_day", "visit_last_day"
            )
        )
        return [Workday(day, due[day], sum(first <= day <= last for first, last in spans)) for day in self.workdays]

    def news(self, sides_by_case):
        """The latest entries on these cases that the reader may read, newest first."""
        wanted = Q(pk__in=[])
        for sides, cases in _grouped(sides_by_case):
            wanted |= Q(subject__in=[f"case:{pk}" for pk in cases], audience__overlap=sorted(sides))
        return Entry.objects.filter(wanted).order_by("-pk")[:8]


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


def _grouped(sides_by_case):
    groups = defaultdict(list)
    for pk, sides in sides_by_case.items():
        groups[frozenset(sides)].append(pk)
    return groups.items()
