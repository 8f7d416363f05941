"""Certificates are typeset only where a test asks for it."""

import pytest

from tarazy.external.register import services


@pytest.fixture
def typeset_for_real():
    """The test looks at what typst makes."""


@pytest.fixture(autouse=True)
def _typesetting(request, monkeypatch):
    if "typeset_for_real" not in request.fixturenames:
        monkeypatch.setattr(services, "typeset", lambda *_args, language, **_data: f"%PDF- {language}".encode())
