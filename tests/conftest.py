"""What every test may rely on: the tests' own database server, and no way out to the network.

The server is the embedded one in `.data/test-postgres`, or the one in `DATABASE_URL`. Each process of a test run holds
it, so it starts once and stops after the last of them. `pyproject.toml` closes every socket but those to this machine.
"""

import os

import pytest
from django.conf import settings
from django.utils import translation

from tarazy.site import postgres, texts


def pytest_configure(config):
    """The texts are those of the catalogues as they are now; the first process compiles them, before the others begin."""
    if not hasattr(config, "workerinput"):
        texts.compile_stale()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """Hold the server from before the test database is made until after it is gone."""
    with postgres.ensure_running(settings.DATA):
        yield


@pytest.fixture(autouse=True)
def _the_platforms_language():
    """A page asked for in a test before leaves its language behind."""
    translation.deactivate()


@pytest.fixture(autouse=True)
def _a_room_by_itself(request, monkeypatch):
    """Where a test mounts the addresses of one wing alone, the site's navigation has nowhere to lead."""
    if request.node.get_closest_marker("urls"):
        monkeypatch.setattr("tarazy.site.context.navigation", lambda _request: [])


@pytest.fixture(scope="session")
def chromium():
    """A real Chromium for the whole session; each person of a test opens a context of their own in it."""
    from playwright.sync_api import sync_playwright  # only browser tests need it

    from tests.chromium import found

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright runs a loop in this thread; nothing here is asynchronous
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found(), args=["--no-sandbox"] if os.geteuid() == 0 else [])
        yield browser
        browser.close()
