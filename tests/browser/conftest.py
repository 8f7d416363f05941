"""A stage for people who act in real browsers: an empty database of this worker's own and a server."""

import pytest

from tests.browser.play import Play


@pytest.fixture
def stage(chromium, live_server, transactional_db):
    """`stage("vocational_2026", language="ru")`: a play whose people each have a browser of their own.

    When the curtain falls, no page may have met an error of ours: no script that failed, no answer of 500.
    """
    plays = []

    def raise_curtain(edition, **options):
        plays.append(Play(chromium, live_server.url, edition, **options))
        return plays[-1]

    yield raise_curtain
    for play in plays:
        play.close()
        assert play.troubles == []
