"""What every test may rely on: the tests' own database server, and no way out to the network.

The server is the embedded one in `.data/test-postgres`, or the one in `DATABASE_URL`. Each process of a test run holds
it, so it starts once and stops after the last of them. `pyproject.toml` closes every socket but those to this machine.
"""

import pytest
from django.conf import settings

from tarazy.site import postgres


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """Hold the server from before the test database is made until after it is gone."""
    with postgres.ensure_running(settings.DATA):
        yield
