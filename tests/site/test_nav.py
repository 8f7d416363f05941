"""Where one is, in the navigation: one entry is marked on each page, also on pages that stand at an address of their own."""

import re

import pytest

from tests.factories import appoint, make_agency, make_institution

pytestmark = pytest.mark.django_db


def marked(client, path):
    """The addresses that the navigation of this page marks as current."""
    response = client.get(path)
    assert response.status_code == 200
    return re.findall(r'<a href="([^"]+)" aria-current="page"', response.text.partition("<main")[0])


@pytest.mark.parametrize("path", ["/standards/", "/guidelines/", "/guidelines/preschool/", "/guidelines/paragraphs/", "/drafts/open/"])
def test_a_visitor_is_among_the_standards_on_pages_of_the_guidelines_and_of_drafts_too(client, path):
    assert marked(client, path) == ["/standards/"]


@pytest.mark.parametrize(
    ("path", "wanted"), [("/drafts/", "/drafts/"), ("/drafts/open/", "/drafts/"), ("/guidelines/", "/standards/"), ("/desk/", "/desk/")]
)
def test_who_writes_standards_has_an_entry_of_their_own_for_them(client, path, wanted):
    client.force_login(appoint(None, make_agency(), "agency_head").person)
    assert marked(client, path) == [wanted]


def test_somebody_else_is_among_the_standards_on_the_page_of_drafts(client):
    client.force_login(appoint(None, make_institution(), "institution_head").person)
    assert marked(client, "/drafts/open/") == ["/standards/"]


def test_a_page_of_no_entry_marks_none(client):
    assert marked(client, "/accounts/login/") == []
