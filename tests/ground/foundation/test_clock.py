"""One clock, which only the demonstration can move."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import NotYours, Refusal, Refused, Stale

pytestmark = pytest.mark.django_db


@pytest.fixture
def late_evening(monkeypatch):
    """20:00 in UTC is the next day in Kazakhstan."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2026, 5, 27, 20, 0, tzinfo=UTC))


@pytest.mark.usefixtures("late_evening")
def test_today_is_the_day_in_kazakhstan():
    assert clock.today() == date(2026, 5, 28)


@pytest.mark.usefixtures("late_evening")
def test_the_demonstration_moves_its_clock_ahead_and_further():
    clock.turn_ahead(3)
    clock.turn_ahead(4)
    assert clock.now() == datetime(2026, 6, 3, 20, 0, tzinfo=UTC)


def test_no_other_clock_can_be_moved(settings):
    settings.DEMO = settings.TESTING = False
    with pytest.raises(RuntimeError, match="demonstration"):
        clock.turn_ahead(1)
    assert not clock.Clock.objects.exists()


@pytest.mark.usefixtures("late_evening")
def test_a_row_that_was_left_behind_moves_no_real_clock(settings):
    clock.turn_ahead(30)
    settings.DEMO = settings.TESTING = False
    assert clock.now() == datetime(2026, 5, 27, 20, 0, tzinfo=UTC)


def test_the_real_clock_asks_the_database_nothing(settings, django_assert_num_queries):
    settings.DEMO = settings.TESTING = False
    with django_assert_num_queries(0):
        assert clock.now() - datetime.now(UTC) < timedelta(minutes=1)


def test_a_refusal_keeps_its_sentences_and_addresses():
    refused = NotYours("Not yours.", Refusal("No chair.", "/panel/"))
    assert refused.reasons == (Refusal("Not yours."), Refusal("No chair.", "/panel/"))
    assert str(refused) == "Not yours.; No chair."


def test_a_stale_act_says_what_came_meanwhile():
    stale = Stale("Moved on.", since=["entry"])
    assert isinstance(stale, Refused)
    assert stale.since == ("entry",)
