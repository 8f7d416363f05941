"""The search over the library as it comes with Tarazy: one question in three languages and many spellings has one answer."""

import re
from functools import cache

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tarazy.reference.search.meaning import begun
from tarazy.reference.search.queries import find
from tarazy.reference.search.words import other_keyboard_of, words_of
from tarazy.reference.standards.models import Standard
from tarazy.reference.standards.package import PACKAGES, parse

pytestmark = pytest.mark.django_db
LETTERS = {"kk": "абгдежзийклмнопрстушыи", "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя", "en": "abcdefghijklmnopqrstuvwxyz"}


def standards_of(text):
    """The standards that a search leads to, as `{(set, number)}`; a criterion leads to its standard."""
    paths = [re.match(r"/standards/(\w+)/[0-9.]+/([^/]+)/", entry.path) for entry in find(text, most=5000).entries]
    return {path.groups() for path in paths if path}


@cache
def packages():
    """The contents of our packages."""
    return [parse(path.read_bytes()).content for path in sorted(PACKAGES.glob("*.yaml"))]


def speaking_of(beginning, code):
    """The standards whose texts, or those of their criteria, have a word with this beginning."""
    return {(package["key"], one["number"]) for package in packages() for one in package["standards"] if _says(one, beginning, code)}


def _says(part, beginning, code):
    if isinstance(part, list):
        return any(_says(one, beginning, code) for one in part)
    texts = [value for name, value in part.items() if isinstance(value, (dict, list))]
    said = " ".join(words_of(part[code])) if code in part else ""
    return f" {beginning}" in f" {said}" or any(_says(one, beginning, code) for one in texts)


@pytest.mark.requirement("R050", "R084", "R125", "R159")
def test_inclusion_in_three_languages_leads_to_the_standards_that_speak_of_it(our_library):
    english, russian = standards_of("inclusion"), standards_of("инклюзия")
    assert english == speaking_of("inclusi", "en")
    assert russian == speaking_of("инклюзи", "ru") | speaking_of("инклюзи", "kk")
    assert english == russian


@pytest.mark.parametrize("typed", ["инклюзив", "инклюзивті", "инклюзивтілік", "инклюзивный", "inclusive", "inklyuziv"])
def test_whoever_asks_for_what_is_inclusive_is_led_to_nearly_all_of_them(our_library, typed):
    every = standards_of("inclusion")
    assert standards_of(typed) <= every
    assert len(standards_of(typed)) >= len(every) - 3


@pytest.mark.parametrize(
    "typed",
    [
        "балабақша",
        "balabaqsha",
        "balabaqşa",
        "BALABAQŞA",
        "Балабақшалар",
        "балабақшаның",
        "балабакшада",
        "балаабкша",
        "балобакша",
        "balabacsha",
        ",fkf,frif",
    ],
)
def test_a_kindergarten_in_kazakh_is_one_however_it_is_typed(our_library, typed):
    plain = standards_of("балабакша")
    assert len(plain) > 10
    assert standards_of(typed) == plain


def test_a_paragraph_a_provision_and_a_set_are_found_too(our_library):
    assert find("инклюзия").counts["kind"].keys() >= {"paragraph", "principle", "value", "criterion", "standard", "set"}
    assert [(entry.kind, entry.path) for entry in find("EQAVET", kind="set").entries] == [
        ("set", "/standards/eqavet/"),
        ("set", "/standards/eqavet_indicators/"),
    ]


@pytest.mark.parametrize("typed", ["Сапа саясаты", "Политика качества", "Quality policy"])
def test_the_standards_of_a_title_come_first(our_library, typed):
    entries = find(typed, most=500).entries
    named = [place for place, entry in enumerate(entries) if entry.title.en == "Quality policy"]
    assert len(named) == 5
    assert {entry.kind for entry in entries[: max(named)]} == {"standard"}
    assert {entry.kind for entry in entries} > {"standard"}


@cache
def title_words():
    """Words of the standards' titles with their language and their standard, each of at least five letters."""
    return [
        (word, code, (package["key"], standard["number"]))
        for package in packages()
        for standard in package["standards"]
        for code in LETTERS
        for word in words_of(standard["title"][code])
        if len(word) >= 5
    ]


@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_word_with_one_other_letter_is_still_found(our_library, data):
    word, code, place = data.draw(st.sampled_from(title_words()))
    at, letter = data.draw(st.integers(0, len(word) - 1)), data.draw(st.sampled_from(LETTERS[code]))
    typed = word[:at] + letter + word[at + 1 :]
    if typed != word:  # what means something else as it stands is taken at its word
        assume(not begun([typed])[typed])
        others = other_keyboard_of(typed)
        assume(not others or not all(begun(others).values()))
    assert place in standards_of(typed)


def test_every_standard_is_found_by_its_title_in_each_language(our_library):
    missing = []
    for one in Standard.objects.filter(set__is_latest=True).select_related("set"):
        for code in ("kk", "ru", "en"):
            if (one.set.key, one.number) not in standards_of(getattr(one.title, code)):
                missing.append((one.set.key, one.number, code))  # noqa: PERF401
    assert missing == []
