"""Rows that go in by COPY come out as they were, whatever their texts have in them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tarazy.ground.foundation.copying import copy_lines, copy_rows, lines_of, new_keys
from tarazy.ground.foundation.text import Text
from tarazy.reference.search.models import Entry, Volume
from tarazy.reference.standards.models import StandardsSet

FIELDS = ("kind", "levels", "actor", "number", "title", "context", "path")
LIKELY = st.sampled_from(["a\tb", "a\nb", "a\r", "\\N", "\\.", "\\", '"', "'", "{a,b}", "NULL", "", "\\\\t", "қ", "😀"])
texts = st.one_of(LIKELY, st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12))
trilingual = st.builds(Text, texts, texts, texts)
rows = st.tuples(texts, st.lists(texts, max_size=3), texts, texts, trilingual, trilingual, texts)


def stored(volume):
    """The rows of a volume in order, as they come back."""
    return [tuple(getattr(one, name) for name in FIELDS) for one in Entry.objects.filter(volume=volume).order_by("position")]


@pytest.mark.django_db
@pytest.mark.parametrize("how", ["lines", "rows"])
@given(st.lists(rows, max_size=4))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_written_is_read_back(how, wanted):
    volume = Volume.objects.create().pk
    if how == "lines":
        lines = [b"%d\t%d\t%b" % (volume, place, line) for place, line in enumerate(lines_of(Entry, FIELDS, wanted))]
        copy_lines(Entry, ("volume", "position", *FIELDS), lines)
    else:
        copy_rows(Entry, ("volume", "position", *FIELDS), ((volume, place, *row) for place, row in enumerate(wanted)))
    assert stored(volume) == wanted


@pytest.mark.django_db
def test_a_key_is_given_once():
    first, second = new_keys(StandardsSet, 3), new_keys(StandardsSet, 2)
    assert len({*first, *second}) == 5
    assert [*first, *second] == sorted([*first, *second])
    assert new_keys(StandardsSet, 0) == []
