"""Two schools after the decision. They are walked there once; each test goes on from there, and what it does is undone."""

from copy import copy

import pytest
from django.db import transaction
from django.utils import translation

from tarazy.external.cases.models import Case
from tests.factories_cases import make_walk

TWO = {"interim_report_months": 24}  # a term of five years then asks for two interim reports


@pytest.fixture(scope="package")
def walked(django_db_setup, django_db_blocker):
    """The walks in a transaction around all tests of this folder; a test's own is undone inside it."""
    translation.deactivate()
    with django_db_blocker.unblock(), transaction.atomic():
        yield {
            "action_plan": make_walk("school_2026").until("action_plan"),
            "interim_report": make_walk("school_2026", **TWO).until("interim_report"),
        }
        transaction.set_rollback(True)


def again(walk):
    """The same walk, which may be led on without moving the one that was kept."""
    mine = copy(walk)
    mine.choices, mine.case = dict(walk.choices), Case.objects.get(pk=walk.case.pk)
    return mine


@pytest.fixture
def planning(walked, db):
    """A school whose plan of action is asked for."""
    return again(walked["action_plan"])


@pytest.fixture
def reporting(walked, db):
    """A school whose first of two interim reports is asked for."""
    return again(walked["interim_report"])
