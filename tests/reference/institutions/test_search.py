"""Finding organisations by name, in any language and also misspelt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tarazy.reference.institutions.alphabet import LETTERS, kazakh_key
from tarazy.reference.institutions.models import Institution, SearchWord
from tarazy.reference.institutions.queries import search_institutions
from tarazy.reference.institutions.services import learn_words, relearn_words
from tests.factories import make_institution

NAMES = {
    "college": {
        "kk": "Маңғыстау политехникалық колледжі",
        "ru": "Мангистауский политехнический колледж",
        "en": "Mangystau Polytechnic College",
    },
    "school": {"kk": "Өнеге үлгісі гимназиясы", "ru": "Гимназия «Образец для подражания»", "en": "Gymnasium Good Example"},
    "garden": {"kk": "№ 12 Қарлығаш бөбекжайы", "ru": "Ясли-сад № 12 «Ласточка»", "en": "Kindergarten No. 12 Swallow"},
}


@pytest.fixture
def known(db):
    """Three organisations that the search has learnt."""
    made = {key: make_institution(name=name) for key, name in NAMES.items()}
    for institution in made.values():
        learn_words(institution.name)
    return made


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Маңғыстау", ["college"]),
        ("мангыстау", ["college"]),
        ("МАНГИСТАУСКИЙ колледж", ["college"]),
        ("polytechnic coll", ["college"]),
        ("онеге улгиси", ["school"]),
        ("гимн", ["school"]),
        ("12", ["garden"]),
        ("ясли-сад «Ласточка»", ["garden"]),
        ("колледж ласточка", []),
        ("", []),
        ("!!! & | ( :*", []),
        ("Mangistau", ["college"]),
        ("палитехнический каледж", ["college"]),
        ("gimnasium", ["school"]),
        ("қарлыгащ", ["garden"]),
        ("zzzzzz", []),
    ],
)
def test_a_name_is_found_in_any_language_by_beginnings_and_with_typing_errors(known, text, found):
    keys = {institution.pk: key for key, institution in known.items()}
    assert [keys[one.pk] for one in search_institutions(text)] == found


def test_a_bin_finds_its_organisation_and_a_search_can_be_narrowed(known):
    college = known["college"]
    assert list(search_institutions(college.bin)) == [college]
    assert list(search_institutions("колледж", Institution.objects.filter(level="preschool"))) == []


def test_a_search_costs_the_same_however_many_words_it_has(known, django_assert_num_queries):
    with django_assert_num_queries(2):
        list(search_institutions("mangystau polytechnic college маңғыстау"))
    with django_assert_num_queries(3):
        list(search_institutions("mangistau polytechnic"))


def test_the_vocabulary_can_be_filled_from_all_names_at_once(known):
    learnt = set(SearchWord.objects.values_list("word", flat=True))
    SearchWord.objects.all().delete()
    assert relearn_words() == len(learnt)
    assert set(SearchWord.objects.values_list("word", flat=True)) == learnt


@pytest.mark.usefixtures("known")
def test_the_search_goes_through_the_index_of_names():
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off; SET LOCAL enable_nestloop = off")
    assert "body_name_words" in search_institutions("polytechnic").order_by().explain()


class AnythingTyped(TestCase):
    """Whatever is typed, the search answers."""

    @given(st.text(max_size=60).filter(lambda text: "\x00" not in text))
    @settings(max_examples=60, deadline=None)
    def test_nothing_typed_breaks_the_search(self, text):
        assert list(search_institutions(text)) == []


def test_kazakh_words_sort_as_in_a_kazakh_dictionary():
    assert sorted(set(LETTERS), key=kazakh_key) == list(LETTERS)
    assert sorted(["Ілияс", "Әсел", "Жанар", "Ұлан", "Абай", "12-мектеп", "Қуат", "Камал"], key=kazakh_key) == [
        "12-мектеп", "Абай", "Әсел", "Жанар", "Камал", "Қуат", "Ұлан", "Ілияс",
    ]  # fmt: skip
