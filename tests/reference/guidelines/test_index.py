"""Provisions and paragraphs come into the search once, and are found in three languages by level, kind and actor."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from tarazy.ground.foundation.text import Text
from tarazy.reference.guidelines import services
from tarazy.reference.guidelines.provisions import levels, paragraphs
from tarazy.reference.search import queries as search
from tarazy.reference.search.models import Entry
from tarazy.reference.search.services import replace
from tarazy.reference.search.volumes import Found


@pytest.fixture(scope="module")
def indexed_once(django_db_setup, django_db_blocker):
    """What the Guidelines say is in the search, in a transaction around all tests of this file; no set of standards is."""
    with django_db_blocker.unblock(), transaction.atomic():
        services.index()
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _indexed(indexed_once, db):
    """Each test's own changes are undone inside that transaction."""


def titles(words, language="en", **chosen):
    """What is found, by its titles."""
    return [getattr(one.title, language) for one in search.find(words, most=200, **chosen).entries]


def test_every_provision_and_every_paragraph_is_an_entry_that_leads_to_its_place():
    provisions = [(group, one) for level in levels().values() for group in level.groups for one in group.provisions]
    assert Entry.objects.count() == len(provisions) + len(paragraphs())
    found = Entry.objects.get(title__en="Respect")
    assert (found.kind, found.levels, found.actor, found.path) == ("value", ["secondary"], "everyone", "/guidelines/secondary/#values")
    assert Entry.objects.get(number="¶73bis").path == "/guidelines/paragraphs/#p73bis"
    assert Entry.objects.get(title__en="Quantitative indicators").levels == []


def test_a_second_time_does_nothing_and_the_command_says_so(django_assert_num_queries):
    before = list(Entry.objects.values_list("pk", flat=True))
    with django_assert_num_queries(3):
        assert services.index() is False
    said = StringIO()
    call_command("load_guidelines", stdout=said)
    assert said.getvalue() == ""
    assert list(Entry.objects.values_list("pk", flat=True)) == before


def test_changed_files_take_the_place_of_what_was_there(monkeypatch):
    before = Entry.objects.count()
    monkeypatch.setattr(services, "_checksum", lambda: "0" * 64)
    assert services.index() is True
    assert Entry.objects.count() == before
    assert search.sources_of("") == {"guidelines:" + "0" * 16}


@pytest.mark.parametrize(
    "words",
    [
        "балалардың қауіпсіздігі",
        "балалар кауипсиздиги",
        "balalardyn qauipsizdigi",
        "безопасность детей",
        "Children are kept safe",
    ],
)
def test_the_safety_of_children_is_found_in_each_language_and_however_kazakh_is_typed(words):
    found = titles(words, "kk", kind="quality_criterion", level="preschool", actor="organisation")
    assert found == ["Балалардың қауіпсіздігі қамтамасыз етілген."]


def test_facets_tell_how_much_each_choice_would_give_and_choosing_gives_just_that():
    result = search.find("methodological", most=200)
    assert result.counts["actor"]["local_executive"] >= 2
    assert result.counts["kind"]["duty"] >= 2
    assert {"preschool", "secondary", "vocational"} <= set(result.counts["level"])
    for facet, counts in result.counts.items():
        for value, count in counts.items():
            assert search.find("methodological", most=200, **{facet: value}).total == count


def test_a_choice_by_kind_actor_and_level_together_finds_the_one_duty():
    found = titles("medical", kind="duty", actor="local_executive", level="vocational")
    assert found == ["Provide medical care and meals for students"]


def test_a_provision_is_found_by_the_title_of_its_group_too():
    assert "Openness" in titles("basic values", kind="value", level="secondary")
    assert len(titles("basic values", kind="value", level="secondary")) == 7


def test_the_search_page_shows_provisions_with_their_kind_and_place(client):
    client.cookies["django_language"] = "en"
    text = client.get("/standards/find/", {"q": "video surveillance", "kind": "rule"}).text
    assert '<a href="/guidelines/preschool/#safe_stay">A video surveillance system is in place.</a>' in text
    assert "Conditions of a child" in text
    assert "Rules" in text


def test_among_what_fits_equally_provisions_stand_after_standards_and_before_criteria_and_paragraphs():
    said = Text("нанокредит", "нанокредит", "nano-credits")
    more = [Found(kind, (), "organisation", said, Text(), "/") for kind in ("criterion", "standard")]
    replace({"set:of_tests": more})
    kinds = [one.kind for one in search.find("nano-credits", most=200).entries]
    provisions = kinds[1:-3]
    assert (kinds[0], kinds[-3:]) == ("standard", ["criterion", "paragraph", "paragraph"])
    assert set(provisions) <= {"duty", "rule"}
    assert provisions
