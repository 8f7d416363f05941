"""What differs between two versions of a set, by criterion and by word."""

from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tarazy.reference.standards import compare
from tarazy.reference.standards.compare import Run, changed_numbers, counted, difference, words_changed
from tarazy.reference.standards.package import PACKAGES, parse

TEXTS = (
    "The policy of quality is public and known to everybody",
    "Students take part in the design of every programme",
    "Teachers are chosen in an open competition by known rules",
    "Libraries, laboratories and networks are open to all learners",
    "Complaints are answered within fifteen working days",
)


def three(said):
    """A text in three languages that differ."""
    return {"kk": f"{said} қазақша", "ru": f"{said} по-русски", "en": said}


def a_set(*standards):
    """The content of a set from `(title, text, text, …)` for each standard."""
    made = []
    for place, (title, *texts) in enumerate(standards, start=1):
        criteria = [{"number": f"{place}.{part}", "source": "tests", "text": three(said)} for part, said in enumerate(texts, start=1)]
        made.append(
            {"number": str(place), "title": three(title), "source": "tests", "purpose": three(f"Why: {title}"), "criteria": criteria}
        )
    return {"standards": made}


def told(changes):
    """For each criterion what became of it, its number before and now."""
    return [
        (one.kind, one.before and one.before["number"], one.after and one.after["number"])
        for standard in changes
        for one in standard.criteria
    ]


def test_a_criterion_in_other_words_is_changed_and_the_words_are_told():
    old, new = a_set(("Policy", *TEXTS[:2])), a_set(("Policy", TEXTS[0].replace("public", "published"), TEXTS[1]))
    changes = difference(old, new)
    assert told(changes) == [("changed", "1.1", "1.1"), ("same", "1.2", "1.2")]
    [field] = changes[0].criteria[0].fields
    assert (field.name, list(field.languages)) == ("text", ["kk", "ru", "en"])
    assert field.languages["en"] == [
        Run("kept", "The policy of quality is"),
        Run("removed", "public"),
        Run("added", "published"),
        Run("kept", "and known to everybody"),
    ]


def test_a_criterion_in_between_is_new_and_those_after_it_only_moved():
    changes = difference(a_set(("Policy", *TEXTS[:3])), a_set(("Policy", TEXTS[0], TEXTS[4], *TEXTS[1:3])))
    assert told(changes) == [("same", "1.1", "1.1"), ("added", None, "1.2"), ("moved", "1.2", "1.3"), ("moved", "1.3", "1.4")]
    assert counted(changes) == {"added": 1, "removed": 0, "changed": 0, "moved": 2, "source": 0, "same": 1}


@pytest.mark.parametrize(
    ("gone", "wanted"),
    [
        (0, [("removed", "1.1", None), ("moved", "1.2", "1.1"), ("moved", "1.3", "1.2")]),
        (1, [("same", "1.1", "1.1"), ("removed", "1.2", None), ("moved", "1.3", "1.2")]),
        (2, [("same", "1.1", "1.1"), ("same", "1.2", "1.2"), ("removed", "1.3", None)]),
    ],
)
def test_a_criterion_that_is_gone_stands_where_it_stood(gone, wanted):
    left = [text for place, text in enumerate(TEXTS[:3]) if place != gone]
    assert told(difference(a_set(("Policy", *TEXTS[:3])), a_set(("Policy", *left)))) == wanted


def test_one_that_moved_and_changed_is_one_criterion_and_not_two():
    changes = difference(a_set(("Policy", *TEXTS[:3])), a_set(("Policy", *TEXTS[1:3], TEXTS[0].replace("everybody", "anyone"))))
    assert told(changes) == [("moved", "1.2", "1.1"), ("moved", "1.3", "1.2"), ("changed", "1.1", "1.3")]


def test_other_words_under_the_same_number_are_one_gone_and_one_new():
    assert told(difference(a_set(("Policy", TEXTS[0])), a_set(("Policy", TEXTS[4])))) == [("removed", "1.1", None), ("added", None, "1.1")]


def test_a_whole_standard_comes_and_goes_with_its_criteria():
    changes = difference(a_set(("Policy", TEXTS[0]), ("Staff", TEXTS[2])), a_set(("Resources", TEXTS[3]), ("Policy", TEXTS[0])))
    assert [(one.own.kind, one.own.text.en) for one in changes] == [("added", "Resources"), ("moved", "Policy"), ("removed", "Staff")]
    assert told(changes) == [("added", None, "1.1"), ("moved", "1.1", "2.1"), ("removed", "2.1", None)]
    assert changed_numbers(changes) == ["2.1"]


def test_what_changed_in_another_language_alone_names_that_language():
    old = a_set(("Policy", TEXTS[0]))
    new = deepcopy(old)
    new["standards"][0]["criteria"][0]["text"]["kk"] = "Сапа саясаты жария"
    [change] = difference(old, new)[0].criteria
    assert change.kind == "changed"
    assert list(change.fields[0].languages) == ["kk"]


@pytest.mark.parametrize(
    ("field", "value", "kept", "added"),
    [
        ("look_at", three("The minutes"), "", "The minutes"),
        ("evidence", [three("An order"), three("A report")], "", "An order · A report"),
        ("strength", [three("Known to all")], "", "Known to all"),
        ("risk", [three("Only on paper")], "", "Only on paper"),
        ("questions", [{"for": "head", "text": three("Who wrote it?")}], "", "Head of the organisation: Who wrote it?"),
    ],
)
def test_what_stands_beside_the_text_is_compared_too(field, value, kept, added):
    old = a_set(("Policy", TEXTS[0]))
    new = deepcopy(old)
    new["standards"][0]["criteria"][0][field] = value
    [change] = difference(old, new)[0].criteria
    assert [(one.name, one.languages["en"]) for one in change.fields] == [(field, [Run("added", added)])]
    assert changed_numbers(difference(new, old)) == ["1.1"]


def test_a_question_put_to_somebody_else_is_a_change():
    old = a_set(("Policy", TEXTS[0]))
    old["standards"][0]["criteria"][0]["questions"] = [{"for": "head", "text": three("Who wrote it?")}]
    new = deepcopy(old)
    new["standards"][0]["criteria"][0]["questions"][0]["for"] = "teachers"
    [change] = difference(old, new)[0].criteria
    assert [run.text for run in change.fields[0].languages["en"] if run.kind != "kept"] == ["Head of the organisation:", "Teachers:"]
    assert change.fields[0].languages["ru"][0] == Run("removed", "Руководитель организации:")


def test_a_criterion_from_another_source_asks_nothing_new_and_one_in_other_words_does():
    old = a_set(("Policy", *TEXTS[:2]))
    new = deepcopy(old)
    new["standards"][0]["source"] = "Order 5"
    for one in new["standards"][0]["criteria"]:
        one["source"] = "Order 5, point 2"
    new["standards"][0]["criteria"][1]["text"]["en"] = f"{TEXTS[1]} and module"
    [change] = difference(old, new)
    assert (change.own.kind, change.own.fields[0].languages["en"]) == ("source", [Run("removed", "tests"), Run("added", "Order 5")])
    assert [(one.kind, [field.name for field in one.fields]) for one in change.criteria] == [
        ("source", ["source"]),
        ("changed", ["text", "source"]),
    ]
    assert changed_numbers([change]) == ["1.2"]
    assert change.differs


def test_a_criterion_that_moved_tells_its_new_source_and_is_not_looked_at_again():
    old, new = a_set(("Policy", *TEXTS[:2])), a_set(("Policy", TEXTS[4], *TEXTS[:2]))
    new["standards"][0]["criteria"][2]["source"] = "Order 5"
    [_new, _moved, last] = difference(old, new)[0].criteria
    assert (last.kind, [field.name for field in last.fields]) == ("moved", ["source"])
    assert changed_numbers(difference(old, new)) == []


def test_the_sets_own_title_summary_and_source_are_compared():
    old = {"title": three("Standards"), "summary": three("For all"), "source": "Order 1", "standards": []}
    assert compare.of_set(old, deepcopy(old)).kind == "same"
    assert compare.of_set(old, old | {"source": "Order 2"}).kind == "source"
    told = compare.of_set(old, old | {"title": three("Standards of colleges"), "summary": three("For colleges")})
    assert (told.kind, [field.name for field in told.fields]) == ("changed", ["title", "summary"])


def test_a_standard_under_another_title_is_changed_and_keeps_its_criteria():
    old, new = a_set(("Quality policy of the organisation", *TEXTS[:2])), a_set(("Quality policy of the university", *TEXTS[:2]))
    [change] = difference(old, new)
    assert (change.own.kind, change.differs) == ("changed", True)
    assert {one.name for one in change.own.fields} == {"title", "purpose"}
    assert {one.kind for one in change.criteria} == {"same"}


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        ("", "", []),
        ("", "a b", [("added", "a b")]),
        ("a b", "", [("removed", "a b")]),
        ("a b c", "a x c", [("kept", "a"), ("removed", "b"), ("added", "x"), ("kept", "c")]),
        ("a  b\nc", "a b c", [("kept", "a b c")]),
    ],
)
def test_runs_of_words_lead_from_one_text_to_the_other(before, after, runs):
    assert [(run.kind, run.text) for run in words_changed(before, after)] == runs


words = st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=8).map(" ".join)
sets = st.lists(
    st.tuples(st.sampled_from(["Policy", "Staff", "Resources"]), st.lists(st.sampled_from(TEXTS) | words, max_size=5)), max_size=4
)


@given(words, words)
def test_what_is_kept_and_removed_is_the_old_text_what_is_kept_and_added_the_new(before, after):
    runs = words_changed(before, after)
    assert " ".join(run.text for run in runs if run.kind != "added") == before
    assert " ".join(run.text for run in runs if run.kind != "removed") == after


@given(old=sets, new=sets)
@settings(max_examples=150, deadline=None)
def test_every_criterion_of_both_versions_is_told_once_the_new_ones_in_their_order(old, new):
    old, new = (a_set(*((title, *texts) for title, texts in one)) for one in (old, new))
    changes = difference(old, new)
    assert [one.own.after for one in changes if one.own.after] == new["standards"]
    for side, content in (("before", old), ("after", new)):
        found = [getattr(one, side)["number"] for standard in changes for one in standard.criteria if getattr(one, side)]
        wanted = [one["number"] for standard in content["standards"] for one in standard["criteria"]]
        assert sorted(found) == sorted(wanted)
        assert side == "before" or found == wanted
    assert sum(counted(changes).values()) == sum(len(standard.criteria) for standard in changes)


@given(sets)
@settings(max_examples=100, deadline=None)
def test_a_version_compared_with_itself_differs_in_nothing(one):
    content = a_set(*((title, *texts) for title, texts in one))
    changes = difference(content, deepcopy(content))
    assert not any(change.differs for change in changes)
    assert changed_numbers(changes) == []


@pytest.mark.parametrize("path", sorted(PACKAGES.glob("*.yaml")), ids=lambda path: path.stem)
def test_our_own_packages_compared_with_themselves_differ_in_nothing(path):
    content = parse(path.read_bytes()).content
    assert not any(change.differs for change in compare.difference(content, content))
