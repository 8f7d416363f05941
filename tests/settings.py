"""The settings of a test run: those of the platform, told that it is one before they are read."""

import os

os.environ["TARAZY_TESTING"] = "1"

from tarazy.site.settings import *  # noqa: F403

STORAGES = STORAGES | {"default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}  # noqa: F405 (as above)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # real ones are slow on purpose
