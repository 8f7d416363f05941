"""The pages of the Guidelines as a visitor reads them: all levels, one level, in three languages."""

import pytest

from tarazy.reference.guidelines.provisions import LEVEL_ORDER, levels
from tarazy.reference.guidelines.queries import parts_of
from tests.factories import make_standards
from tests.reference.guidelines.reading import LANGUAGES

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]


@pytest.fixture(params=LANGUAGES)
def reader(request, client):
    """A visitor who reads one of the three languages; `reader.language` says which."""
    client.cookies["django_language"] = client.language = request.param
    return client


@pytest.fixture
def english(client):
    """A visitor who reads English."""
    client.cookies["django_language"] = "en"
    return client


def test_the_first_page_names_every_level_and_leads_to_it_and_to_the_paragraphs(reader):
    text = reader.get("/guidelines/").text
    assert f'<html lang="{reader.language}"' in text
    for key, level in levels().items():
        assert f'<a href="/guidelines/{key}/">{getattr(level.title, reader.language)}</a>' in text
    assert 'href="/guidelines/paragraphs/"' in text


@pytest.mark.parametrize("key", LEVEL_ORDER)
def test_the_page_of_a_level_shows_every_provision_of_it_in_the_language_of_the_reader(reader, key):
    page = reader.get(f"/guidelines/{key}/")
    text = page.content.decode().replace("&#x27;", "'").replace("&amp;", "&")
    wanted = [one.text for group in levels()[key].groups for one in group.provisions]
    assert page.status_code == 200
    assert [said for one in wanted if (said := getattr(one, reader.language)) not in text] == []
    assert all(f'id="{group.key}"' in text for group in levels()[key].groups)


def test_a_level_says_who_acts_and_from_which_paragraph_and_has_only_the_parts_that_it_fills(english):
    text = english.get("/guidelines/preschool/").text
    assert "Duties · Local executive bodies" in text
    assert "Local executive bodies<br>Guidelines ¶71</p>" in text
    assert 'id="outside"' in text
    assert 'id="outside"' not in english.get("/guidelines/additional/").text


@pytest.mark.parametrize("key", LEVEL_ORDER)
def test_every_group_of_a_level_stands_in_exactly_one_part_of_its_page(key):
    shown = [group.key for _key, _title, groups in parts_of(levels()[key]) for group in groups]
    assert sorted(shown) == sorted(group.key for group in levels()[key].groups)


def test_a_statement_with_a_paragraph_of_its_own_names_it(english):
    text = english.get("/guidelines/secondary/").text
    assert 'Kazakh, Russian and English. <span class="small soft">Guidelines ¶94</span>' in text
    english.cookies["django_language"] = "kk"
    assert '<span class="small soft">Нұсқаулық ¶94</span>' in english.get("/guidelines/secondary/").text


def test_a_level_leads_to_the_newest_sets_that_serve_it_and_to_no_others(english):
    make_standards("secondary", key="for_children", levels=["preschool", "secondary"])
    make_standards("secondary", key="old_one", is_latest=False)
    make_standards("higher", key="for_universities")
    text = english.get("/guidelines/secondary/").text
    assert 'href="/standards/for_children/"' in text
    assert "/standards/old_one/" not in text
    assert "/standards/for_universities/" not in text


@pytest.mark.parametrize("key", ["moon", "LEVEL", "general1", "paragraphs2"])
def test_a_level_that_does_not_exist_is_not_found(english, key):
    assert english.get(f"/guidelines/{key}/").status_code == 404


@pytest.mark.parametrize("page", ["", "higher/", "paragraphs/"])
def test_pages_of_the_guidelines_are_only_read(client, page):
    assert client.post(f"/guidelines/{page}").status_code == 405


@pytest.mark.urls("tarazy.site.urls")
def test_without_any_standards_the_paragraphs_still_lead_to_the_provisions(english):
    text = english.get("/guidelines/paragraphs/").text
    assert text.count("<tr id=") == 233
    assert '<a href="/guidelines/general/#culture_elements">' in text


@pytest.mark.urls("tarazy.site.urls")
@pytest.mark.parametrize("sets", [1, 4])
@pytest.mark.parametrize(("page", "queries"), [("", 0), ("secondary/", 1), ("paragraphs/", 2)])
def test_a_page_costs_the_same_for_one_set_and_for_four(english, page, queries, sets, django_assert_num_queries):
    for _one in range(sets):
        make_standards("secondary", owner="guidelines")
    english.get(f"/guidelines/{page}")
    with django_assert_num_queries(queries):
        english.get(f"/guidelines/{page}")
