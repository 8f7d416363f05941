"""Looking at a case on the day to which its walk has come."""

import pytest

from tarazy.ground.foundation import clock


@pytest.fixture
def clock_at(monkeypatch):
    """`clock_at(walk)`: from now on it is the walk's day."""

    def put(walk):
        monkeypatch.setattr(clock, "today", lambda: walk.today)
        monkeypatch.setattr(clock, "now", lambda: walk.now)

    return put
