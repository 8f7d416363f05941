"""Every page, for everybody, at every moment of two cases, compared with the tables in `expected/`."""

import logging
from copy import deepcopy
from unittest.mock import patch

import pytest
from django.conf import settings
from django.test import override_settings

from tarazy.external.cases.models import Case
from tarazy.ground.foundation import clock
from tarazy.ground.people.models import Appointment
from tarazy.ground.workflow.queries import inbox
from tests.matrix import moments, tables
from tests.matrix.crawl import look_around
from tests.matrix.pages import rows_of, rows_of_the_platform, unknown_addresses
from tests.matrix.secrets import LEDGER

# A story is walked through in parts so that they may run side by side; the moments in `SENDING` also try every form.
PARTS = {
    "university until the panel": (
        moments.university,
        ("01 application", "02 technical review", "03 invited, some signed", "04 challenge pending"),
    ),
    "university until the report": (moments.university, ("05 replacement invited", "06 report being written", "07 factual check")),
    "university until the end": (moments.university, ("08 council voting", "09 decided, not told", "10 appeal pending", "11 published")),
    "college": (moments.college, ("12 materials to send", "13 votes closed", "14 suspended")),
}
SENDING = ("00 whatever the moment", "04 challenge pending", "08 council voting", "14 suspended")
PLATFORM = "00 whatever the moment"
SLIM = "{% block title %}{% endblock %}{% block crumbs %}{% endblock %}{% block main %}{% endblock %}"
LOADERS = ("django.template.loaders.locmem.Loader", {"ui/base.html": SLIM}), "django.template.loaders.app_directories.Loader"


def _templates():
    """The templates without the frame around each page, which knows nothing of a case and costs most of the time."""
    found = deepcopy(settings.TEMPLATES)
    found[0]["APP_DIRS"] = False
    found[0]["OPTIONS"]["loaders"] = [("django.template.loaders.cached.Loader", list(LOADERS))]
    return found


@pytest.fixture
def quick():
    """Templates without their frame, and no log line for each of thousands of refusals."""
    logging.disable(logging.WARNING)
    with override_settings(TEMPLATES=_templates()):
        yield
    logging.disable(logging.NOTSET)


def _look(moment, walk):
    rows = rows_of_the_platform(walk.case) if moment == PLATFORM else rows_of(walk.case)
    with patch.object(clock, "today", lambda: walk.today), patch.object(clock, "now", lambda: walk.now):
        look = look_around(rows, walk.people, turn=int(moment[:2]), sending=moment in SENDING, outsiders=_outsiders(walk))
    if tables.WRITES:
        tables.keep(moment, tables.written(moment, look))
    return look


def _outsiders(walk):
    """Those who see nothing of the case; somebody invited to it is none of them."""
    return {
        column for column, who in walk.people.items() if column != "public" and not (isinstance(who, Appointment) and _sees(walk.case, who))
    }


def _sees(case, appointment):
    return Case.objects.visible_to(appointment).filter(pk=case.pk).exists() or inbox(appointment).filter(run=case.run_id).exists()


def _wrong(moment, look):
    found = [f"{moment}: {line}" for line in tables.differences(moment, tables.written(moment, look))]
    found += [f"{moment}: {row} writes, though {column} only looks or is refused: {sql[:80]}" for row, column, sql in look.writes]
    return found + [f"{moment}: {row} answers {column} with {sign}" for row, column, sign in look.broken]


@pytest.mark.tables
@pytest.mark.django_db
@pytest.mark.requirement("R226", "R270", "R224")
@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("part", PARTS)
def test_everybody_sees_what_the_tables_say_and_no_look_or_refusal_changes_anything(part):
    story, wanted = PARTS[part]
    wrong = []
    LEDGER.texts.clear()
    for moment, walk in story():
        if moment in wanted:
            wrong += _wrong(moment, _look(moment, walk))
        if moment == "01 application" == wanted[0]:
            wrong += _wrong(PLATFORM, _look(PLATFORM, walk))
        if moment == wanted[-1]:
            break

    assert wrong == []


@pytest.mark.requirement("R270")
def test_every_address_of_the_platform_stands_in_the_tables():
    assert unknown_addresses() == []
