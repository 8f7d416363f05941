"""A body with its head, and roles of the tests' own."""

from datetime import UTC, datetime

import pytest
from django.core.cache import cache

from tarazy.ground.foundation.text import Text
from tarazy.ground.people import roles
from tarazy.ground.people.models import Appointment, Body, Person

NOW = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
DAY = NOW.date()
PASSWORD = "steppe-river-lantern"


@pytest.fixture(autouse=True)
def known_roles(monkeypatch):
    """A kind of body with a leading role and another one."""
    monkeypatch.setattr(roles, "_roles", {})
    cache.clear()
    roles.register(
        roles.Role("head", "Head", "house", leads=True),
        roles.Role("clerk", "Clerk", "house"),
        roles.Role("officer", "Officer", "ministry"),
    )


def make_body(name="House", kind="house"):
    return Body.objects.create(kind=kind, name=Text.of(name))


def appoint(email, body, role="clerk", *, since=DAY, until=None, **person):
    account = Person.objects.filter(email=email).first() or Person.objects.create_user(
        email, PASSWORD, **{"name": email.partition("@")[0].title(), **person}
    )
    return Appointment.objects.create(person=account, body=body, role=role, since=since, until=until)


@pytest.fixture
def clocked(monkeypatch):
    """The clock stands at `NOW`; `clocked(moment)` sets it elsewhere."""

    def stand(moment):
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    stand(NOW)
    return stand


@pytest.fixture
def body(db):
    return make_body()


@pytest.fixture
def head(body):
    return appoint("head@example.org", body, "head")
