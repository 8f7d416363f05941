"""A browser in which an appointment acts."""

import pytest


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
