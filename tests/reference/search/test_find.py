"""What is found of a small index: all words, the title first, facets that count and narrow."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tarazy.ground.foundation.text import Text
from tarazy.reference.search import services
from tarazy.reference.search.meaning import MOST_WORDS
from tarazy.reference.search.models import Entry
from tarazy.reference.search.queries import find, unknown
from tarazy.reference.search.volumes import Found

pytestmark = pytest.mark.django_db


def a(kind, en, *, kk="", ru="", levels=("higher",), actor="organisation", texts=()):
    """Something to be found under this title."""
    title = Text(kk=kk or f"{en} қазақша", ru=ru or f"{en} по-русски", en=en)
    return Found(kind, tuple(levels), actor, title, Text(), f"/{en.replace(' ', '-')}/", texts=tuple(map(Text.of, texts)))


POLICY = a("standard", "Quality policy", kk="Сапа саясаты", ru="Политика качества", texts=["The head signs it."])
SAFETY = a("criterion", "Safety of children", kk="Балалар қауіпсіздігі", ru="Безопасность детей", levels=("preschool", "secondary"))
SAFE_POLICY = a("criterion", "Rules", levels=("preschool",), texts=["A policy of safety for every child."])
LAW = a("rule", "Law on education", actor="state", levels=("higher", "secondary"), texts=["Quality of education is assured."])


@pytest.fixture
def index():
    """Four things of two sources."""
    services.replace({"one": [SAFETY, SAFE_POLICY, POLICY], "two": [LAW]})


def titles(text, **chosen):
    """The English titles of what is found, in their order."""
    return [entry.title.en for entry in find(text, **chosen).entries]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("policy", ["Quality policy", "Rules"]),
        ("policy safety", ["Rules"]),
        ("safety policy signs", []),
        ("quality", ["Quality policy", "Law on education"]),
        ("Политикой", ["Quality policy"]),
        ("САЯСАТ", ["Quality policy"]),
        ("қауіпсіздік", ["Safety of children"]),
        ("kauipsizdik", ["Safety of children"]),
        ("балаларға", ["Safety of children"]),
        ("сапа policy", ["Quality policy"]),
        ("edu", []),
        ("educ", ["Law on education"]),
        ("educati", ["Law on education"]),
        ("gjkbnbrf", ["Quality policy"]),
        ("gjkbnbrf rfxtcndf", ["Quality policy"]),
        ("saftey", ["Safety of children", "Rules"]),
        ("edukation", ["Law on education"]),
        ("educatioon", ["Law on education"]),
        ("eduction", ["Law on education"]),
        ("edukasion", []),
    ],
)
def test_every_word_must_be_there_however_it_is_typed(index, text, found):
    assert titles(text) == found


@pytest.mark.parametrize("text", ["", "   ", "?!", "–", "😀", "elephant", "policy elephant", "xyz"])
def test_nothing_typed_and_words_that_nobody_said_find_nothing(index, text):
    result = find(text)
    assert (result.entries, result.total, result.counts) == ([], 0, {"level": {}, "actor": {}, "kind": {}})


def test_a_title_comes_before_a_text_and_a_standard_before_a_criterion():
    in_text, in_title = a("standard", "Other", texts=["Practice."]), a("criterion", "Practice")
    services.replace({"one": [in_text, in_title], "two": [a("provision", "Practice at school"), a("standard", "Teaching practice")]})
    assert titles("practice") == ["Teaching practice", "Practice at school", "Practice", "Other"]


def test_each_value_of_a_facet_tells_how_much_choosing_it_would_give(index):
    counts = find("quality").counts
    assert counts == {
        "level": {"higher": 2, "secondary": 1},
        "actor": {"organisation": 1, "state": 1},
        "kind": {"standard": 1, "rule": 1},
    }
    for facet, values in counts.items():
        assert {value: find("quality", **{facet: value}).total for value in values} == values


def test_what_is_chosen_narrows_the_other_facets_and_leaves_its_own_choices(index):
    result = find("quality", kind="standard")
    assert [entry.title.en for entry in result.entries] == ["Quality policy"]
    assert result.counts == {"level": {"higher": 1}, "actor": {"organisation": 1}, "kind": {"standard": 1, "rule": 1}}


def test_a_choice_that_leaves_nothing_still_shows_the_other_choices(index):
    result = find("quality", level="preschool")
    assert (result.entries, result.total) == ([], 0)
    assert result.counts["level"] == {"higher": 2, "secondary": 1}


def test_an_empty_choice_narrows_nothing(index):
    assert titles("quality", level="", kind=None) == titles("quality")


def test_the_first_places_are_given_and_all_are_counted():
    services.replace({"one": [a("criterion", f"Practice {number}") for number in range(30)]})
    result = find("practice", most=10)
    assert (len(result.entries), result.total, result.counts["kind"]) == (10, 30, {"criterion": 30})
    assert [entry.title.en for entry in result.entries] == [f"Practice {number}" for number in range(10)]


@pytest.mark.parametrize(("text", "most"), [("policy", 4), ("policy safety", 4), ("gjkbnbrf", 5), ("polisy", 6), ("elephant", 4), ("", 0)])
def test_a_search_costs_few_queries(index, text, most, django_assert_max_num_queries):
    with django_assert_max_num_queries(most):
        find(text)


def test_a_long_line_is_read_up_to_its_eighth_word(index):
    assert titles("policy " * MOST_WORDS + "elephant") == ["Quality policy", "Rules"]
    with CaptureQueriesContext(connection) as asked:
        find("elephant " * 40)
    assert len(asked) <= 4 + 2 * MOST_WORDS


@given(st.text(max_size=300))
@example("а" * 300)
@example("%_\\'\" \x00 \ud800")
@example("-".join("abcdefghijkl"))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_the_search(index, text):
    result = find(text)
    assert len(result.entries) == result.total <= 4


def test_entries_put_in_twice_are_there_once(index):
    services.replace({"one": [SAFETY, SAFE_POLICY, POLICY], "two": [LAW]})
    assert Entry.objects.count() == 4
    assert titles("policy") == ["Quality policy", "Rules"]


def test_what_a_source_says_now_stands_in_place_of_what_it_said(index):
    services.replace({"one": [a("standard", "Mentors")]})
    assert titles("policy") == []
    assert titles("mentor") == ["Mentors"]
    assert titles("law") == ["Law on education"]
    assert Entry.objects.count() == 2


def test_a_source_without_entries_is_taken_out(index):
    services.replace({"one": ()})
    assert titles("policy") == []
    assert unknown(["one", "two", "three"]) == {"one", "three"}


def test_a_word_said_in_a_second_language_later_is_found_in_both(index):
    services.replace({"three": [a("standard", "Planning", kk="План", ru="Планы")], "four": [a("rule", "Term", kk="Мерзім", ru="План")]})
    assert set(titles("план")) == {"Planning", "Term"}


def test_a_word_of_a_hundred_letters_can_be_kept_and_found():
    word = "ultra" * 20
    services.replace({"one": [a("standard", word)]})
    assert titles(word) == [word]
