"""The picture of correspondences: names that people read, signs that read outwards, what is disputed in dashes."""

from datetime import date

import pytest
from django.utils import translation

from tarazy.reference.correspondences.drawing import drawn
from tarazy.reference.correspondences.models import Correspondence
from tarazy.reference.correspondences.queries import graph_from
from tests.factories import make_standards

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]


def linked(one, other, relation="broader", state="confirmed"):
    """A correspondence between the first standards of two sets."""
    ends = {"from_set": one, "from_number": "1", "to_set": other, "to_number": "1"}
    return Correspondence.objects.create(crosswalk="test", relation=relation, state=state, made_on=date(2026, 1, 1), author="A", **ends)


@pytest.fixture
def sets():
    """A set of schools between one of colleges and one of Europe."""
    make_standards("secondary", key="schools", kind="internal")
    make_standards("vocational", key="colleges", kind="internal")
    make_standards("vocational", key="europe", kind="frame")
    linked("colleges", "schools")
    linked("schools", "europe", "equal", "disputed")
    with translation.override("en"):
        yield


def test_the_sets_are_named_by_their_level_and_frames_by_their_title(sets):
    picture = drawn(graph_from("schools", "1"))
    assert [name.text for name in picture.names] == ["Secondary education", "Technical and vocational education", "Set europe"]
    assert [box.lines[0].text for box in picture.boxes] == ["1. Standard 1"] * 3


def test_signs_read_outwards_and_what_is_disputed_is_marked(sets):
    curves = drawn(graph_from("schools", "1")).curves
    assert {(curve.sign.text, curve.marked) for curve in curves} == {("⊂", False), ("=", True)}


def test_the_page_of_correspondences_draws_them(client, sets):
    text = client.get("/standards/schools/graph/1/").text
    assert text.count('class="edge edge-disputed"') == 2  # the curve, and the key under the picture
    assert 'href="../../../europe/graph/1/"' in text
