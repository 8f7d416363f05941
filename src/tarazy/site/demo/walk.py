"""Takes a case through the procedure, each act by the person whose act it is, on days that could be.

The demonstration's cases and the tests of whole editions are made in this way: nothing is written around the services.
"""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from django.conf import settings

from tarazy.external.cases.models import Case
from tarazy.external.procedure.services import take_step
from tarazy.ground.foundation.calendar import add_working_days
from tarazy.ground.workflow.models import StepState
from tarazy.ground.workflow.states import StepStatus
from tarazy.site.demo.cast import Cast
from tarazy.site.demo.follow_up_scenes import confirmation
from tarazy.site.demo.scenes import SCENES

# Where a step offers a choice, this is how a case goes unless the caller wants it otherwise.
USUAL = {
    "capability_review": "accept",
    "contract_institution": "confirm",
    "technical_review": "accept",
    "declarations": "sign",
    "challenge_window": "agree",
    "programme_agreed": "agree",
    "factual_check": "confirm",
    "council_vote": "vote",
    "council_decision": "decide",
    "appeal_window": "accept",
    "monitoring_review": confirmation,
    "renewal": "leave",
}


class Stuck(RuntimeError):
    """No open step of the case can be taken by the walk."""


class Walk:
    """One case on its way. `today` is the day of the walk; each act moves it `pace` working days on."""

    def __init__(self, case: Case, cast: Cast, *, start, language="ru", pace=1, choices=None, decided="accredited"):
        self.case, self.cast, self.language, self.pace, self.decided = case, cast, language, pace, decided
        self.today = start
        self.choices = {**USUAL, **(choices or {})}

    @property
    def now(self):
        """Ten in the morning of the walk's day, in Kazakhstan."""
        return datetime.combine(self.today, time(10), tzinfo=ZoneInfo(settings.TIME_ZONE)).astimezone(UTC)

    def open_steps(self):
        """The keys of the open steps, in the order of the plan."""
        rows = StepState.objects.filter(run=self.case.run_id, run__ended_on=None, state=StepStatus.OPEN).order_by("pk")
        return [row.key for row in rows]

    def until(self, key):
        """Take steps until `key` is open; returns the walk. Raises `Stuck` when it never opens."""
        while key not in (found := self.open_steps()):
            if not found:
                raise Stuck(f"{self.case.number}: nothing is open, {key} was never reached")
            self.step(found[0])
        return self

    def to_the_end(self):
        """Take steps until nothing is open."""
        while found := self.open_steps():
            self.step(found[0])
        return self

    def step(self, key, **choice):
        """Take one step by the people whose move it is; `outcome=` chooses another ending than the usual."""
        usual = self.choices.get(key, "done")
        outcome = choice.get("outcome") or (usual(self) if callable(usual) else usual)
        SCENES[key](self, outcome, partial(self.act, key, outcome))
        self.case = Case.objects.get(pk=self.case.pk)

    def act(self, key, outcome, by, **data):
        """One act by one person; the day moves on."""
        take_step(self.case, key, by=by, now=self.now, today=self.today, outcome=outcome, data=data)
        self.move_on(self.pace)

    def move_on(self, working_days):
        """The walk's day, so many working days later."""
        self.today = add_working_days(self.today, working_days)

    def wait_until(self, day):
        """Nothing happens before `day`."""
        self.today = max(self.today, day)

    def days_on(self, days):
        """The day so many calendar days after the walk's."""
        return self.today + timedelta(days=days)


type Scene = Callable[[Walk, str, Callable[..., None]], None]
