"""The working calendar of Kazakhstan: Monday to Friday without public holidays, with the days that an order moved.

Public holidays come from the package `holidays`, which cites the legal acts; `CalendarDay` rows overrule it (facts B9).
Every deadline counted in working days goes through here.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

import holidays

from tarazy.ground.foundation.models import CalendarDay

SATURDAY = 5


@lru_cache(maxsize=64)
def public_holidays(year):
    """The public holidays of one year, moved days included, as a frozenset of dates."""
    return frozenset(holidays.country_holidays("KZ", years=year))


def exceptions_between(first, last):
    """The table's own days between two dates, both included: `{date: is_working}`."""
    return dict(CalendarDay.objects.filter(day__range=(first, last)).values_list("day", "is_working"))


def is_working_day(day: date, exceptions=None) -> bool:
    """Whether `day` is a working day; `exceptions` spares a query where many days are judged."""
    if exceptions is None:
        exceptions = exceptions_between(day, day)
    if day in exceptions:
        return exceptions[day]
    return day.weekday() < SATURDAY and day not in public_holidays(day.year)


def add_working_days(start: date, count: int) -> date:
    """The `count`-th working day after `start`, which is itself not counted; `start` itself when `count` is 0."""
    exceptions = exceptions_between(start, start + timedelta(days=count * 3 + 60))
    day, left = start, count
    while left > 0:
        day += timedelta(days=1)
        left -= is_working_day(day, exceptions)
    return day


def working_days_between(start: date, end: date, exceptions=None) -> int:
    """How many working days come after `start` up to and with `end`; negative when `end` lies before `start`.

    `exceptions` spares a query where several spans are counted.
    """
    if end < start:
        return -working_days_between(end, start, exceptions)
    if exceptions is None:
        exceptions = exceptions_between(start, end)
    return sum(is_working_day(start + timedelta(days=n), exceptions) for n in range(1, (end - start).days + 1))


def add_days(start: date, count: int) -> date:
    """`count` calendar days after `start`."""
    return start + timedelta(days=count)


def add_months(start: date, count: int) -> date:
    """The same day `count` months later; the last day of the month where that day does not exist."""
    month = start.month - 1 + count
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
