"""The graph of standards: neighbours, steps outwards, what a set does not cover of another."""

import pytest

from tarazy.reference.correspondences import queries
from tests.factories import make_standards
from tests.reference.correspondences.crosswalks import make_link, three_sets

pytestmark = pytest.mark.django_db


@pytest.fixture
def sets():
    """Three sets of three standards."""
    return three_sets()


def near(key, number, **how):
    """The neighbours of a standard as `(relation, "set/number")`."""
    return [(one.relation, f"{one.standard.set.key}/{one.standard.number}") for one in queries.neighbours(key, number, **how)]


def around(key, number, steps=2):
    """The graph as the steps of its places, and its links."""
    found = queries.graph_from(key, number, steps)
    return {f"{key}/{number}": node.step for (key, number), node in found.nodes.items()}, sorted(map(str, found.links))


@pytest.mark.parametrize(
    ("relation", "turned"), [("equal", "equal"), ("broader", "narrower"), ("narrower", "broader"), ("overlaps", "overlaps")]
)
def test_a_relation_reads_from_where_one_stands(sets, relation, turned):
    make_link("ours/1", "theirs/2", relation)
    assert near("ours", "1") == [(relation, "theirs/2")]
    assert near("theirs", "2") == [(turned, "ours/1")]


def test_neighbours_stand_in_the_order_of_their_sets_and_cost_three_queries(sets, django_assert_max_num_queries):
    for other in ("theirs/3", "theirs/1", "frame/2"):
        make_link("ours/1", other)
    with django_assert_max_num_queries(3):
        assert [place for _relation, place in near("ours", "1")] == ["frame/2", "theirs/1", "theirs/3"]


def test_a_withdrawn_correspondence_is_no_neighbour_unless_asked_for(sets):
    make_link("ours/1", "theirs/1", state="withdrawn")
    make_link("ours/1", "theirs/2", state="disputed")
    assert near("ours", "1") == [("equal", "theirs/2")]
    assert near("ours", "1", withdrawn=True) == [("equal", "theirs/1"), ("equal", "theirs/2")]


def test_a_standard_that_the_newest_version_has_no_more_is_no_neighbour(sets):
    make_link("ours/1", "theirs/3")
    sets[1].is_latest = False
    sets[1].save()
    make_standards(key="theirs", version="2", standards=2)
    assert near("ours", "1") == []
    make_link("ours/1", "theirs/2")
    assert [one.standard.set.version for one in queries.neighbours("ours", "1")] == ["2"]


def test_the_graph_goes_two_steps_outwards_and_no_further(sets):
    make_link("ours/1", "theirs/1")
    make_link("frame/1", "theirs/1")
    make_link("frame/1", "ours/3")
    nodes, links = around("ours", "1")
    assert nodes == {"ours/1": 0, "theirs/1": 1, "frame/1": 2}
    assert links == ["frame/1 equal theirs/1", "ours/1 equal theirs/1"]
    assert around("ours", "1", steps=1)[0] == {"ours/1": 0, "theirs/1": 1}
    assert around("ours", "1", steps=3)[0] == {"ours/1": 0, "theirs/1": 1, "frame/1": 2, "ours/3": 3}


def test_a_circle_of_correspondences_is_walked_once(sets, django_assert_max_num_queries):
    make_link("ours/1", "theirs/1")
    make_link("theirs/1", "frame/1")
    make_link("frame/1", "ours/1")
    with django_assert_max_num_queries(5):
        nodes, links = around("ours", "1")
    assert nodes == {"ours/1": 0, "theirs/1": 1, "frame/1": 1}
    assert len(links) == 3


def test_a_withdrawn_correspondence_leads_nowhere(sets):
    make_link("ours/1", "theirs/1", state="withdrawn")
    make_link("theirs/1", "frame/1")
    assert around("ours", "1") == ({"ours/1": 0}, [])


def test_a_standard_alone_and_one_that_is_not_there(sets):
    assert around("ours", "2") == ({"ours/2": 0}, [])
    assert around("ours", "9") == ({}, [])


def covered(mine, other):
    """For each number of the other set what covers it, and how the other's standard stands to that."""
    return {standard.number: [(one.relation, one.standard.number) for one in found] for standard, found in queries.coverage(mine, other)}


def test_a_gap_is_a_standard_of_the_other_set_with_nothing_beside_it(sets, django_assert_max_num_queries):
    ours, theirs, _frame = sets
    make_link("ours/1", "theirs/1", "broader")
    make_link("theirs/1", "ours/2", "overlaps")
    make_link("ours/3", "theirs/3", state="withdrawn")
    make_link("ours/3", "frame/2")
    with django_assert_max_num_queries(2):
        assert covered(ours, theirs) == {"1": [("narrower", "1"), ("overlaps", "2")], "2": [], "3": []}
    assert covered(theirs, ours) == {"1": [("broader", "1")], "2": [("overlaps", "1")], "3": []}


def test_sets_without_correspondences_are_all_gaps(sets):
    assert covered(sets[0], sets[2]) == {"1": [], "2": [], "3": []}


def test_the_ends_of_a_correspondence_keep_its_direction_and_one_that_is_gone_is_empty(sets):
    assert [one.set.key for one in queries.ends_of(make_link("theirs/1", "ours/1"))] == ["theirs", "ours"]
    assert [one and one.number for one in queries.ends_of(make_link("theirs/9", "ours/1"))] == [None, "1"]
