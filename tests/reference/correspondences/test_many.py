"""A standard with hundreds of correspondences: the first are shown, the rest are an address away, what is disputed is always there."""

import pytest

from tarazy.reference.correspondences import queries
from tarazy.reference.correspondences.drawing import drawn, undrawn
from tests.factories import make_agency, make_standards
from tests.reference.correspondences.crosswalks import make_link
from tests.reference.correspondences.test_graph_pages import disputed, said

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]
MANY = 30


@pytest.fixture
def links(client):
    """Thirty sets of an agency, one of a frame, each with a standard that corresponds to the one of `model`."""
    client.cookies["django_language"] = "en"
    make_standards(key="model", standards=1, criteria=1)
    make_standards(key="z_frame", kind="frame", standards=1, criteria=1)
    make_link("model/1", "z_frame/1")
    agency = make_agency()
    own = [make_standards(key=f"own_{number:02}", standards=1, criteria=1, agency=agency) for number in range(MANY)]
    return [make_link(f"{one.key}/1", "model/1") for one in own]


def page(client, place="model", every=""):
    """The words of a page of correspondences."""
    return said(client.get(f"/standards/{place}/graph/1/{every}").text)


def test_the_first_are_shown_and_all_of_them_at_the_address_that_says_so(client, links):
    text = page(client)
    assert "Set z_frame : 1." in text
    assert "Set own_10 : 1." in text
    assert "Set own_11 : 1." not in text
    assert 'href="?all=yes#near-h"' in client.get("/standards/model/graph/1/").text
    assert f"Show all ({MANY + 1}) : One step away" in text
    whole = page(client, every="?all=yes")
    assert all(f"Set own_{number:02} : 1." in whole for number in range(MANY))
    assert "Show all" not in whole


def test_what_somebody_disputed_is_shown_however_many_there_are(client, links):
    disputed(links[-1])
    text = page(client)
    assert f"Set own_{MANY - 1} : 1." in text
    assert "They differ." in text


def test_the_picture_has_a_dozen_in_a_column_and_says_how_many_it_leaves_out(client, links):
    graph = queries.graph_from("model", "1")
    picture = drawn(graph)
    assert len(picture.boxes) == 1 + queries.MOST
    assert undrawn(graph, picture) == (MANY + 1 - queries.MOST, 0)
    assert f"Not drawn: one step away {MANY + 1 - queries.MOST}, two steps away 0." in page(client)
    from_there = queries.graph_from("own_00", "1")
    assert undrawn(from_there, drawn(from_there)) == (0, MANY - queries.MOST)


def test_what_is_two_steps_away_is_listed_a_part_at_a_time_too(client, links, monkeypatch):
    monkeypatch.setattr(queries, "MOST_FURTHER", 5)
    assert f"Show all ({MANY}) : Two steps away" in page(client, "own_00")
    assert "Set own_29 1. Standard 1" not in page(client, "own_00")
    assert "Set own_29 1. Standard 1" in page(client, "own_00", "?all=yes")


def test_the_page_of_a_standard_shows_the_first_and_says_how_many_there_are(client, links):
    html = client.get("/standards/model/1/1/").text
    text = said(html)
    assert "Set z_frame, 1. Standard 1" in text
    assert "Set own_29, 1. Standard 1" not in text
    assert f"All {MANY + 1} correspondences, with reasons" in text
    assert 'href="/standards/model/graph/1/?all=yes"' in html


def test_a_few_are_shown_whole(client, links):
    assert "Show all" not in page(client, "z_frame")
    assert "Show all" not in page(client, "own_00")


@pytest.mark.parametrize("place", ["model", "own_00"])
def test_the_page_costs_four_queries_however_many_there_are(client, links, place, django_assert_max_num_queries):
    page(client, place)
    with django_assert_max_num_queries(4):
        page(client, place)
