"""Files of a test go to a folder of its own."""

import pytest


@pytest.fixture(autouse=True)
def storage(settings, tmp_path):
    """An empty folder for this test's files."""
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    }
    return tmp_path
