"""An agency with its people, a set that everybody has, and a draft that was copied from it."""

import pytest
from django.utils import translation

from tarazy.reference.drafts import services
from tests.factories import DAY, NOW, appoint, make_agency, make_standards
from tests.reference.drafts.making import agree


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def agency():
    return make_agency("TST")


@pytest.fixture
def head(agency):
    return appoint("Айгерим Сейтова", agency, "agency_head")


@pytest.fixture
def coordinator(agency):
    return appoint("Нурлан Ахметов", agency, "coordinator")


@pytest.fixture
def base():
    """The set of the Guidelines: two standards of two criteria."""
    return make_standards(key="of_all")


@pytest.fixture
def draft(base, agency, coordinator):
    """The agency's draft, a copy of the set of the Guidelines that will stand in its place."""
    return services.copy_set(base, agency=agency, key="of_tst", replaces=True, by=coordinator, now=NOW, today=DAY)


@pytest.fixture
def first(draft, head):
    """The first version of the agency's set."""
    return agree(draft, by=head)


@pytest.fixture
def english(client):
    """A visitor who reads English."""
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def desk(english, head):
    """The head of the agency, signed in."""
    english.force_login(head.person)
    return english
