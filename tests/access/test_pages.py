"""Every page is accessible, light, and whole without scripts, in light and dark, wide and narrow, in three languages."""

import os
from zlib import crc32

import pytest

from tests.access.look import WAYS, look, look_without_scripts
from tests.access.places import NOT_PAGES, SEEN, names, places

pytestmark = [pytest.mark.browser, pytest.mark.access, pytest.mark.django_db]
ALL = os.environ.get("TARAZY_ACCESS") == "all"
PLACES = places()
COPRIME = 5  # steps through the twelve ways so that the second differs from the first in theme, width and language


def ways_of(page):
    """All twelve ways, or two of them in turn: which two is the page's own, so that over the pages all twelve occur."""
    first = crc32(page.encode()) % len(WAYS)
    return WAYS if ALL else (WAYS[first], WAYS[(first + len(WAYS) // 2 + COPRIME) % len(WAYS)])


@pytest.mark.parametrize("name", sorted(PLACES))
def test_a_page_is_accessible_and_light_in_every_way_of_looking_at_it(name, world, eyes):
    assert PLACES[name], f"{name} has no line that says who opens it and when: see places.py"
    moment, who = PLACES[name]
    path, session = world.path(name, moment), world.session(moment, who)
    wrong = {" ".join(map(str, way)): look(eyes, path, session=session, way=way) for way in ways_of(name)}
    assert {way: found for way, found in wrong.items() if found} == {}


@pytest.mark.parametrize("name", sorted(page for page, place in PLACES.items() if place))
def test_a_page_is_whole_where_javascript_is_off(name, world, eyes_without_scripts):
    moment, who = PLACES[name]
    path, session = world.path(name, moment), world.session(moment, who)
    assert look_without_scripts(eyes_without_scripts, path, session=session) == []


def test_all_twelve_ways_occur_over_the_pages():
    assert {way for page in PLACES for way in ways_of(page)} == set(WAYS)


def test_what_is_said_to_be_no_page_is_an_address_of_the_platform():
    assert NOT_PAGES.keys() - set(names()) == set()
    assert {page.partition("=")[0] for pages in SEEN.values() for page in pages.split()} - set(names()) == set()
