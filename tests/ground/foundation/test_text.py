"""Text in three languages: said in the reader's, else in the nearest, and marked."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tarazy.ground.foundation.fields import plain
from tarazy.ground.foundation.models import SchoolPeriod
from tarazy.ground.foundation.text import FALLBACK, LANGUAGES, Text, reader_language
from tarazy.ground.people.models import Body

WORDS = st.text(max_size=8)
TEXTS = st.builds(Text, WORDS, WORDS, WORDS)


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        (Text("Колледж-кк", "Колледж", "College"), "en", ("College", "en")),
        (Text(kk="Колледж-кк", ru="Колледж"), "en", ("Колледж", "ru")),
        (Text(ru="Колледж"), "kk", ("Колледж", "ru")),
        (Text(kk="Колледж-кк", en="College"), "ru", ("Колледж-кк", "kk")),
        (Text(), "kk", ("", "kk")),
    ],
)
def test_a_reader_gets_their_language_or_the_nearest_and_is_told_which(text, language, said):
    assert text.said_in(language) == said


@given(TEXTS)
def test_the_stored_form_gives_the_text_back(text):
    assert Text.of(text.as_dict()) == text
    assert Text.of(text) is text


@given(TEXTS, st.sampled_from(LANGUAGES))
def test_something_is_said_whenever_there_is_something_to_say(text, language):
    words, code = text.said_in(language)
    assert bool(words) == bool(text)
    assert getattr(text, code) == words


@given(TEXTS)
def test_a_text_is_whole_when_no_language_is_missing(text):
    assert text.is_whole() == all(text.said_in(language)[1] == language and text for language in LANGUAGES)


def test_every_reader_falls_back_on_every_language():
    assert {code: sorted(order) for code, order in FALLBACK.items()} == dict.fromkeys(LANGUAGES, sorted(LANGUAGES))


@pytest.mark.parametrize(("active", "language"), [("kk", "kk"), ("en-gb", "en"), ("de", "ru"), (None, "ru")])
def test_the_reader_has_one_of_our_languages(active, language):
    with translation.override(active):
        assert reader_language() == language


def test_a_text_reads_as_its_readers_language():
    with translation.override("kk"):
        assert f"{Text('бір', 'один', 'one')}" == "бір"


@pytest.mark.parametrize("value", [None, {}, {"kk": None}, {"de": "eins"}])
def test_what_holds_nothing_of_ours_is_an_empty_text(value):
    assert not Text.of(value)


@pytest.mark.django_db
@pytest.mark.parametrize("given_as", [Text("бір", "один", "one"), {"kk": "бір", "ru": "один", "en": "one"}])
def test_a_field_gives_a_text_back_however_it_was_given(given_as):
    body = Body.objects.create(kind="house", name=given_as)
    assert body.name == Text("бір", "один", "one")
    body.refresh_from_db()
    assert body.name == Text("бір", "один", "one")


@pytest.mark.django_db
def test_a_field_is_asked_for_one_language():
    Body.objects.create(kind="house", name=Text("бір", "один", "one"))
    assert Body.objects.filter(name__en="one").exists()
    assert list(Body.objects.values_list("name__kk", flat=True)) == ["бір"]


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["ҚЫЗЫЛОРДА", "кызылорда", "Қызылорда"])
def test_both_spellings_of_kazakh_letters_find_each_other(typed):
    Body.objects.create(kind="house", name=Text(kk="Қызылорда колледжі", ru="Кызылординский колледж"))
    assert Body.objects.filter(search__contains=plain(typed)).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", [Text("Әғқңөұүһі", "Ёё", "Aa"), Text(), Text(en='O\'Neil \\ "x"')])
def test_the_database_normalises_as_the_code_does(name):
    body = Body.objects.create(kind="house", name=name)
    body.refresh_from_db()
    assert body.search == plain(f"{name.kk} {name.ru} {name.en}")


def test_an_empty_field_is_an_empty_text():
    assert Text.of(SchoolPeriod().name) == Text()
