"""A folder for the files of these tests, and sentences in English."""

import pytest


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    folder = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": folder}
    settings.LANGUAGE_CODE = "en"
