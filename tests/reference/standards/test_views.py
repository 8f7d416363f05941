"""The public library, as a visitor sees it."""

import json

import pytest

from tarazy.reference.standards import services
from tarazy.reference.standards.models import StandardsSet
from tarazy.reference.standards.package import parse
from tests.factories import NOW, make_standards
from tests.reference.standards.test_package import SMALL

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]


@pytest.fixture
def english(client):
    """A visitor who reads English."""
    client.cookies["django_language"] = "en"
    return client


def test_the_library_shows_the_newest_sets_by_level(english):
    make_standards("secondary", key="for_schools")
    make_standards("higher", key="for_universities", is_latest=False)
    text = english.get("/standards/").text
    assert "Secondary education" in text
    assert "Set for_schools" in text
    assert "2 standards" in text
    assert "4 criteria" in text
    assert "for_universities" not in text


@pytest.mark.parametrize("sets", [1, 3])
def test_the_library_costs_the_same_for_one_set_and_for_three(english, sets, django_assert_num_queries):
    for _ in range(sets):
        make_standards()
    english.get("/standards/")
    with django_assert_num_queries(1):
        english.get("/standards/")


def test_an_empty_library_says_so(english):
    assert "No standards set has been loaded yet." in english.get("/standards/").text


def test_a_set_shows_its_standards_and_an_old_version_leads_to_the_newest(english):
    make_standards(key="of_two", version="1", is_latest=False)
    make_standards(key="of_two", version="2")
    newest = english.get("/standards/of_two/").text
    assert "Standard 1" in newest
    assert "There is a newer version" not in newest
    assert "There is a newer version" in english.get("/standards/of_two/1/").text


def test_a_standard_shows_what_is_looked_at_what_proves_it_and_what_is_asked(english):
    made = make_standards(key="of_two")
    text = english.get("/standards/of_two/1/2/").text
    for said in ("Criterion 2.1", "What to look at 2.1", "Evidence 2.2", "Question 2.2", "1. Standard 1"):
        assert said in text
    assert made.standards.count() == 2


@pytest.mark.parametrize("address", ["nothing/", "of_two/9/", "of_two/1/9/", "of_two/9.yaml", "of_two/9.json"])
def test_what_is_not_in_the_library_is_not_found(english, address):
    make_standards(key="of_two")
    assert english.get(f"/standards/{address}").status_code == 404


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_an_export_is_the_package_with_its_checksum(client, ending):
    services.load_package(SMALL.encode(), now=NOW)
    response = client.get(f"/standards/small/1.0.{ending}")
    package = parse(response.content)
    assert package == parse(SMALL.encode())
    assert response["X-Package-Checksum"] == f"sha256:{StandardsSet.objects.get().checksum}" == f"sha256:{package.checksum}"


def test_the_schema_is_published(client):
    response = client.get("/standards/package.schema.json")
    assert response["Content-Type"] == "application/schema+json"
    assert json.loads(response.content)["title"] == "Tarazy standards package"


def test_search_shows_standards_and_criteria_and_keeps_the_words(english):
    services.load_package(SMALL.encode(), now=NOW)
    text = english.get("/standards/find/", {"q": "Policy"}).text
    assert 'value="Policy"' in text
    assert "/standards/small/1.0/1/" in text
    assert "/standards/small/1.0/1/#c1.1" in english.get("/standards/find/", {"q": "there is"}).text
    assert "Nothing found for “elephant”" in english.get("/standards/find/", {"q": "elephant"}).text


def test_a_reader_of_kazakh_gets_kazakh_standards(client):
    client.cookies["django_language"] = "kk"
    services.load_package(SMALL.encode(), now=NOW)
    text = client.get("/standards/small/1.0/1/").text
    assert 'lang="kk"' in text
    assert "Неге?" in text
    assert "Why?" not in text


def test_a_set_for_two_levels_stands_under_both(english):
    make_standards("secondary", key="for_children", levels=["preschool", "secondary"])
    text = english.get("/standards/").text
    assert ("Preschool education" in text, "Secondary education" in text, text.count("Set for_children")) == (True, True, 2)
