"""One world, one server and two browser pages for all looks of a process."""

import pytest
from django.core.management import call_command
from django.db import connections
from django.test import override_settings
from pytest_django.live_server_helper import LiveServer

from tests.access.look import Eyes
from tests.access.world import World, build


@pytest.fixture(scope="package")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demonstration-like world behind a server of its own; the database is empty again afterwards."""
    files = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path_factory.mktemp("files")}}
    static = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with django_db_blocker.unblock(), override_settings(DEMO=True, STORAGES={"default": files, "staticfiles": static}):
        server = LiveServer("127.0.0.1")
        try:
            yield build(World(server.url))
        finally:
            server.stop()
            call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=False)
            connections.close_all()


@pytest.fixture(scope="package")
def eyes(chromium, world):
    """A browser page with scripts."""
    opened = Eyes(chromium, world)
    yield opened
    opened.context.close()


@pytest.fixture(scope="package")
def eyes_without_scripts(chromium, world):
    """A browser page in which JavaScript is off."""
    opened = Eyes(chromium, world, scripts=False)
    yield opened
    opened.context.close()
