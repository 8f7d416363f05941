"""The plan of these tests."""

import pytest

from tarazy.ground.workflow import plan as plans
from tests.external.visits.scene import PLAN, Scene


@pytest.fixture(autouse=True)
def _surroundings(settings, monkeypatch):
    settings.LANGUAGE_CODE = "en"
    monkeypatch.setitem(plans._plans, PLAN.key, PLAN)


@pytest.fixture
def scene(db):
    """A case whose panel is not formed yet."""
    return Scene()


@pytest.fixture
def at(client):
    """`at(appointment)`: a browser in which this appointment acts."""

    def enter(appointment):
        client.force_login(appointment.person, backend="django.contrib.auth.backends.ModelBackend")
        session = client.session
        session["acting"] = appointment.pk
        session.save()
        client.cookies["django_language"] = "en"
        return client

    return enter
