"""The files of the room as a whole: three languages, lengths, numbers, sources to the paragraph, requirements that fit."""

import re

import pytest

from tarazy.reference.guidelines.provisions import LAST_PARAGRAPH, LEVEL_ORDER, SECOND_73, levels, paragraphs, paragraphs_in
from tarazy.reference.standards.names import ACTOR_NAMES, FOUND_NAMES
from tests.reference.guidelines.reading import LANGUAGES

KAZAKH = set("әғқңөұүһі")
LONGEST = {"title": 100, "summary": 400, "statement": 300, "gist": 240}
OF_IQAA = "IQAA, preschool and secondary accreditation"


def texts(name):
    """Every text of a level's file, or of the paragraphs: what it is, where it stands, the text."""
    if name == "paragraphs":
        yield from (("gist", f"¶{number}", one.gist) for number, one in paragraphs().items())
        return
    yield "title", name, levels()[name].title
    yield "summary", name, levels()[name].summary
    for group in levels()[name].groups:
        yield "title", group.key, group.title
        yield from (("statement", f"{group.key} {place}", one.text) for place, one in enumerate(group.provisions, 1))


FILES = pytest.mark.parametrize("name", [*LEVEL_ORDER, "paragraphs"])


@FILES
def test_every_text_is_there_in_three_languages_that_differ(name):
    for _what, place, text in texts(name):
        said = {getattr(text, code).strip() for code in LANGUAGES}
        assert all(said), place
        assert len(said) == 3, place


@FILES
def test_each_text_is_written_in_the_letters_of_its_language(name):
    for _what, place, text in texts(name):
        assert not set(text.ru.casefold()) & KAZAKH, place
        assert not re.search("[а-яё]", text.en.casefold()), place
        assert re.search("[а-яё]", text.ru.casefold()), place
    kazakh = "".join(text.kk.casefold() for _what, _place, text in texts(name))
    assert set("әғқңөұүі") <= set(kazakh)


@FILES
def test_no_text_is_longer_than_it_should_be(name):
    long = [(place, code) for what, place, text in texts(name) for code in LANGUAGES if len(getattr(text, code)) > LONGEST[what]]
    assert long == []


@FILES
def test_a_number_in_one_language_stands_in_the_others_too(name):
    for _what, place, text in texts(name):
        numbers = [sorted(re.findall(r"\d+", getattr(text, code))) for code in LANGUAGES]
        assert numbers[0] == numbers[1] == numbers[2], place


@FILES
def test_no_text_stands_twice_within_a_group_or_among_the_paragraphs(name):
    seen = set()
    for what, place, text in texts(name):
        group = place.split()[0] if what == "statement" else what
        for code in LANGUAGES:
            one = (group, code, getattr(text, code).casefold())
            assert one not in seen or what == "title", place
            seen.add(one)


@pytest.mark.parametrize("level", LEVEL_ORDER)
def test_every_statement_names_the_paragraph_that_it_comes_from(level):
    known = set(paragraphs())
    for group in levels()[level].groups:
        for one in group.provisions:
            if one.source.startswith(OF_IQAA):
                assert re.fullmatch(rf"{OF_IQAA}, (goal [1-3]|principle [1-6])", one.source)
            else:
                assert re.match(r"Guidelines ¶\d", one.source), group.key
                assert paragraphs_in(one.source) <= known, group.key


@pytest.mark.parametrize("level", LEVEL_ORDER)
def test_the_source_of_a_group_names_every_paragraph_that_its_statements_come_from(level):
    for group in levels()[level].groups:
        own = [paragraphs_in(one.source) for one in group.provisions]
        assert frozenset().union(*own) == paragraphs_in(group.source), group.key


@pytest.mark.parametrize("level", LEVEL_ORDER)
def test_the_requirements_of_a_group_are_those_of_its_paragraphs(level):
    for group in levels()[level].groups:
        if group.source.startswith(OF_IQAA):
            continue
        possible = {number for paragraph in group.paragraphs for number in paragraphs()[paragraph].requirements}
        assert set(group.requirements) <= possible, group.key


@pytest.mark.parametrize("level", LEVEL_ORDER)
def test_groups_are_told_apart_and_their_kinds_and_actors_have_names(level):
    keys = [group.key for group in levels()[level].groups]
    assert len(set(keys)) == len(keys)
    assert {group.kind for group in levels()[level].groups} <= set(FOUND_NAMES)
    assert {group.actor for group in levels()[level].groups} <= set(ACTOR_NAMES)


def test_each_level_speaks_only_of_the_paragraphs_of_its_section():
    sections = {
        "general": (1, 43),
        "preschool": (44, 73),
        "secondary": (74, 111),
        "vocational": (112, 141),
        "higher": (142, 182),
        "additional": (183, 197),
        "teacher": (198, 208),
        "agency": (209, LAST_PARAGRAPH),
    }
    for level, (first, last) in sections.items():
        named = frozenset().union(*(group.paragraphs for group in levels()[level].groups)) - {SECOND_73}
        assert {number for number in named if not first <= int(number) <= last} == set(), level
    assert any(SECOND_73 in group.paragraphs for group in levels()["secondary"].groups)
