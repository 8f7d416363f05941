"""Standards and criteria go in, come out and move; their numbers are always those of their places."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarazy.reference.drafts import content as contents
from tests.factories import in_three_languages

TEXTS = st.text(st.characters(categories=["L"]), min_size=1, max_size=8)
LETTERS = st.sampled_from(["", "E", "2."])


def standard(title, criteria):
    """A standard with criteria that say these words."""
    made = {"number": "", "title": in_three_languages(title), "purpose": in_three_languages("p"), "source": "s"}
    return made | ({"criteria": [criterion(text) for text in criteria]} if criteria else {})


def criterion(text):
    return {"number": "", "source": "s", "text": in_three_languages(text)}


@st.composite
def a_set(draw, *, least=1):
    """A numbered content of some standards, with a letter before the numbers or without."""
    parts = draw(st.lists(st.tuples(TEXTS, st.lists(TEXTS, max_size=4)), min_size=least, max_size=5))
    made = [standard(title, criteria) for title, criteria in parts]
    if made:
        made[0]["number"] = f"{draw(LETTERS)}1"
    return contents.numbered({"key": "k", "complete": False, "standards": made})


def acts(content, draw):
    """One act on the content, of those that are possible."""
    places = range(1, len(content["standards"]) + 1)
    parts = [(place, part) for place in places for part in range(1, len(content["standards"][place - 1].get("criteria", ())) + 1)]
    up, words = draw(st.booleans()), draw(TEXTS)
    possible = [lambda: contents.with_standard(content, standard(words, []))]
    for place in places:
        possible.append(lambda place=place: contents.with_criterion(content, place, criterion(words)))
        possible.append(lambda place=place: contents.moved(content, place, up=up))
        possible.append(lambda place=place: contents.without(content, place))
    for where in parts:
        possible.append(lambda where=where: contents.moved(content, *where, up=up))
        possible.append(lambda where=where: contents.without(content, *where))
        possible.append(lambda where=where: contents.with_criterion(content, where[0], criterion(words), where[1]))
    return draw(st.sampled_from(possible))()


def numbers(content):
    return [(one["number"], [part["number"] for part in one.get("criteria", ())]) for one in content["standards"]]


def in_order(content):
    """The numbers that these places ask for."""
    first = content["standards"][0]["number"] if content["standards"] else ""
    before = first.rstrip("0123456789")
    return [
        (f"{before}{place}", [f"{before}{place}.{part}" for part in range(1, len(one.get("criteria", ())) + 1)])
        for place, one in enumerate(content["standards"], start=1)
    ]


@given(content=a_set(), data=st.data())
def test_numbers_stay_in_order_whatever_is_put_in_taken_out_and_moved(content, data):
    for _ in range(data.draw(st.integers(1, 12))):
        before = deepcopy(content)
        new = acts(content, data.draw)
        assert numbers(new) == in_order(new)
        assert content == before
        content = new


@given(content=a_set(least=2), data=st.data())
def test_the_letter_before_the_numbers_stays_when_the_first_standard_moves_or_goes(content, data):
    letter = content["standards"][0]["number"].rstrip("0123456789")
    for new in (contents.moved(content, 1, up=False), contents.without(content, 1)):
        assert new["standards"][0]["number"] == f"{letter}1"


@given(content=a_set(least=2), data=st.data())
def test_a_standard_moved_up_and_down_again_stands_where_it_stood(content, data):
    place = data.draw(st.integers(2, len(content["standards"])))
    up = contents.moved(content, place, up=True)
    assert up["standards"][place - 2]["title"] == content["standards"][place - 1]["title"]
    assert contents.moved(up, place - 1, up=False) == content


@given(content=a_set(), words=st.lists(TEXTS, min_size=2, max_size=5, unique=True), data=st.data())
def test_a_criterion_moved_down_and_up_again_stands_where_it_stood(content, words, data):
    content["standards"][0] |= {"criteria": [criterion(one) for one in words]}
    content = contents.numbered(content)
    part = data.draw(st.integers(1, len(words) - 1))
    down = contents.moved(content, 1, part, up=False)
    assert contents.criterion_at(down, 1, part + 1)["text"] == contents.criterion_at(content, 1, part)["text"]
    assert contents.moved(down, 1, part + 1, up=True) == content


@given(content=a_set(), data=st.data())
def test_what_is_put_in_and_taken_out_again_leaves_the_content_as_it_was(content, data):
    last = len(content["standards"]) + 1
    assert contents.without(contents.with_standard(content, standard("new", [])), last) == content
    place = data.draw(st.integers(1, len(content["standards"])))
    part = len(content["standards"][place - 1].get("criteria", ())) + 1
    more = contents.with_criterion(content, place, criterion("new"))
    assert contents.criterion_at(more, place, part)["text"] == in_three_languages("new")
    assert contents.without(more, place, part) == content


def test_at_the_edge_nothing_moves():
    content = contents.numbered({"standards": [standard("a", ["x", "y"]), standard("b", ["z"])]})
    assert contents.moved(content, 1, up=True) == contents.moved(content, 2, up=False) == content
    assert contents.moved(content, 1, 1, up=True) == contents.moved(content, 1, 2, up=False) == content


def test_a_standard_in_other_words_keeps_its_criteria():
    content = contents.numbered({"standards": [standard("a", ["x", "y"])]})
    new = contents.with_standard(content, {"title": in_three_languages("b")}, 1)
    assert new["standards"][0]["title"]["en"] == "b"
    assert new["standards"][0]["criteria"] == content["standards"][0]["criteria"]


@pytest.mark.parametrize("place", [0, 3, -1])
def test_where_nothing_stands_there_is_nothing(place):
    content = contents.numbered({"standards": [standard("a", ["x"]), standard("b", [])]})
    assert contents.standard_at(content, place) is None
    assert contents.criterion_at(content, 1, place) is None
    assert contents.criterion_at(content, 2, 1) is None
    assert contents.said_under(content, str(place)) is None


def test_one_criterion_makes_a_set_with_criteria():
    content = contents.numbered({"standards": [standard("a", ["x"]), standard("b", [])]})
    assert content["complete"]
    assert not contents.without(content, 1, 1)["complete"]
