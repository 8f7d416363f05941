"""Addresses for the pages, and a browser in which an appointment acts."""

import pytest


@pytest.fixture(autouse=True)
def _addresses(settings):
    settings.ROOT_URLCONF = "tests.external.reviews.urls"


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
