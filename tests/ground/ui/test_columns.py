"""A picture in columns: whatever hangs together, every word of it can be read."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tarazy.ground.ui.columns import GAP, WIDE, Link, Thing, picture


@st.composite
def graphs(draw):
    """One thing in the middle, some around it, some around those, in groups, with links between them."""
    near, far = draw(st.integers(0, 8)), draw(st.integers(0, 20))
    words = st.text("абв қ", min_size=1, max_size=200)
    columns = [0] + [1] * near + [2] * (far if near else 0)
    things = [Thing(at, column, draw(st.sampled_from("АБВ")), draw(words), "", "") for at, column in enumerate(columns)]
    links = [Link(0, at, "⊃", "⊂") for at, column in enumerate(columns) if column == 1]
    links += [Link(draw(st.integers(1, near)), at, "=", "=") for at, column in enumerate(columns) if column > 1]
    return things, links + ([Link(near, 1, "⊂", "⊃")] if near > 1 else [])


def _covers(one, other):
    return one.x == other.x and one.y < other.y + other.height and other.y < one.y + one.height


@given(graphs())
def test_no_box_covers_another_and_every_box_is_inside_the_picture(graph):
    drawn = picture(*graph)
    assert not [pair for pair in combinations(drawn.boxes, 2) if _covers(*pair)]
    assert all(box.y >= 0 and box.y + box.height <= drawn.height and box.x + box.wide <= drawn.width for box in drawn.boxes)


@given(graphs())
def test_no_sign_stands_on_another_or_on_a_box(graph):
    drawn = picture(*graph)
    signs = [curve.sign for curve in drawn.curves]
    assert not [(one, other) for one, other in combinations(signs, 2) if one.x == other.x and abs(one.y - other.y) < 15]
    assert all(sign.x % (WIDE + GAP) > WIDE for sign in signs)


@given(graphs())
def test_no_name_of_a_group_stands_in_a_box(graph):
    drawn = picture(*graph)
    inside = [(name, box) for name in drawn.names for box in drawn.boxes if name.x == box.x and box.y < name.y < box.y + box.height]
    assert inside == []


def test_a_sign_is_read_from_the_inner_column_to_the_outer_whichever_way_the_link_was_written():
    things = [Thing("here", 0, "А", "1", "", ""), Thing("there", 1, "Б", "2", "", "")]
    (curve,) = picture(things, [Link("there", "here", "⊃", "⊂", marked=True)]).curves
    assert (curve.sign.text, curve.marked) == ("⊂", True)
    assert curve.path.startswith(f"M{1 + WIDE} ")


def test_words_too_long_for_a_box_end_in_dots_after_four_lines():
    (box,) = picture([Thing(1, 0, "А", "слово " * 60, "", "")], []).boxes
    assert len(box.lines) == 4
    assert box.lines[-1].text.endswith("…")
