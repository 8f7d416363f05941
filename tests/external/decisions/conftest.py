"""Files of these tests go to a folder of their own."""

import pytest

from tests.external.decisions.scene import Scene


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }


@pytest.fixture
def scene(db):
    """A case before its conclusion, five members on the council."""
    return Scene()
