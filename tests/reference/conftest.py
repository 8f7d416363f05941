"""The library as it comes with Tarazy, for tests that read it: loaded once for a file of tests, gone after it."""

import pytest
from django.db import transaction

from tarazy.reference.correspondences import services as correspondences
from tarazy.reference.guidelines import services as guidelines
from tarazy.reference.standards import services as standards
from tests.factories import NOW


@pytest.fixture(scope="module")
def loaded_once(django_db_setup, django_db_blocker):
    """Our packages, crosswalks and provisions in a transaction around all tests of a file; a test's own is undone inside it."""
    with django_db_blocker.unblock(), transaction.atomic():
        loaded = {one.set.key: one.set for one in standards.load_all(now=NOW)}
        correspondences.load_crosswalks()
        guidelines.index()
        yield loaded
        transaction.set_rollback(True)


@pytest.fixture
def our_library(loaded_once, db):
    """The sets by key."""
    return loaded_once
