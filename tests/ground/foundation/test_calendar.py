"""The working calendar of Kazakhstan, on days of 2026."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tarazy.ground.foundation import calendar
from tarazy.ground.foundation.calendar import (
    add_days,
    add_months,
    add_working_days,
    is_working_day,
    working_days_between,
)
from tarazy.ground.foundation.models import CalendarDay, SchoolPeriod

pytestmark = pytest.mark.django_db
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
within_one_test = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)


@pytest.fixture
def moved():
    """Wednesday 20 May 2026 made free, Saturday 23 May worked instead."""
    CalendarDay.objects.create(day=date(2026, 5, 20), is_working=False)
    CalendarDay.objects.create(day=date(2026, 5, 23), is_working=True)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 5, 26), True),
        (date(2026, 5, 27), False),  # Kurban Ait, a Wednesday
        (date(2026, 5, 28), True),
        (date(2026, 5, 30), False),  # a Saturday
        (date(2026, 5, 31), False),  # a Sunday
        (date(2026, 5, 9), False),  # Victory Day, a Saturday …
        (date(2026, 5, 11), False),  # … whose rest moves to Monday
        (date(2026, 3, 24), False),  # Nauryz on Saturday and Sunday moves to Tuesday …
        (date(2026, 3, 25), False),  # … and Wednesday
        (date(2026, 8, 31), True),  # Constitution Day of 30 August is no more
        (date(2026, 10, 26), False),  # Republic Day, a Sunday, moves to Monday
    ],
)
def test_public_holidays_and_their_moved_rest_are_not_worked(day, works):
    assert is_working_day(day) is works


def test_an_order_overrules_the_week_and_the_holidays(moved):
    assert not is_working_day(date(2026, 5, 20))
    assert is_working_day(date(2026, 5, 23))


@pytest.mark.requirement("R243")
@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 5, 26), 1, date(2026, 5, 28)),
        (date(2026, 5, 22), 10, date(2026, 6, 8)),
        (date(2026, 5, 30), 1, date(2026, 6, 1)),
        (date(2026, 5, 26), 0, date(2026, 5, 26)),
        (date(2025, 12, 31), 2, date(2026, 1, 6)),
    ],
)
def test_a_limit_counts_working_days_after_its_first_day(start, count, end):
    assert add_working_days(start, count) == end


def test_a_limit_counts_moved_days(moved):
    assert add_working_days(date(2026, 5, 19), 3) == date(2026, 5, 23)
    assert working_days_between(date(2026, 5, 19), date(2026, 5, 23)) == 3


@given(start=DAYS, count=st.integers(0, 250))
@within_one_test
def test_counting_the_days_of_a_limit_gives_the_limit_back(moved, start, count):
    end = add_working_days(start, count)
    assert working_days_between(start, end) == count
    assert count == 0 or is_working_day(end)


@given(one=DAYS, other=DAYS)
@within_one_test
def test_days_that_are_left_and_days_that_are_over_differ_by_their_sign(one, other):
    other = one + (other - one) % timedelta(days=400)
    assert working_days_between(one, other) == -working_days_between(other, one)


@pytest.mark.parametrize("count", [1, 200])
def test_a_limit_costs_one_query_however_long_it_is(count, django_assert_num_queries):
    with django_assert_num_queries(1):
        add_working_days(date(2026, 5, 22), count)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 5, 28), 60, date(2031, 5, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_months_end_on_the_last_day_there_is(start, months, end):
    assert add_months(start, months) == end


def test_calendar_days_count_holidays_too():
    assert add_days(date(2026, 5, 26), 3) == date(2026, 5, 29)


def test_a_day_stands_in_the_table_once(moved):
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarDay.objects.create(day=date(2026, 5, 20), is_working=True)


def test_the_school_year_is_loaded_once_and_covers_every_day():
    call_command("load_calendar", verbosity=0)
    call_command("load_calendar", verbosity=0)

    terms = SchoolPeriod.objects.filter(kind="term")
    assert [(t.first_day, t.last_day) for t in terms] == [
        (date(2025, 9, 1), date(2025, 10, 26)),
        (date(2025, 11, 3), date(2025, 12, 28)),
        (date(2026, 1, 8), date(2026, 3, 18)),
        (date(2026, 3, 30), date(2026, 5, 25)),
    ]
    day = date(2025, 9, 1)
    while day <= date(2026, 5, 25):
        assert SchoolPeriod.objects.filter(first_day__lte=day, last_day__gte=day).exists(), day
        day += timedelta(days=1)
    assert all(period.name.is_whole() and period.source for period in SchoolPeriod.objects.all())


def test_what_people_edited_is_left_as_it_is():
    call_command("load_calendar", verbosity=0)
    SchoolPeriod.objects.exclude(kind="break").delete()
    call_command("load_calendar", verbosity=0)
    assert SchoolPeriod.objects.count() == 4


def test_a_period_cannot_end_before_it_begins():
    day = date(2026, 5, 20)
    with pytest.raises(IntegrityError), transaction.atomic():
        SchoolPeriod.objects.create(school_year="2025-2026", kind="term", first_day=day, last_day=day - timedelta(days=1))


def test_holidays_of_a_year_are_read_once():
    calendar.public_holidays.cache_clear()
    working_days_between(date(2026, 1, 1), date(2026, 12, 31))
    assert calendar.public_holidays.cache_info().misses == 1
