"""A browser for the one who acts; rooms whose people hold several appointments have an `at` of their own."""

import pytest


@pytest.fixture
def at(client):
    """`at(appointment)`: a browser in which this appointment's person is signed in."""

    def enter(appointment):
        client.force_login(appointment.person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter
