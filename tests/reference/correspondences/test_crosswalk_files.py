"""Crosswalks come from files: refused with lines, loaded once, what people made of them kept."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tarazy.reference.correspondences import services
from tarazy.reference.correspondences.crosswalk import parse_crosswalk, schema
from tarazy.reference.correspondences.models import Correspondence
from tarazy.reference.standards.strictyaml import PackageInvalid
from tests.factories import NOW, appoint, make_agency, make_institution
from tests.reference.correspondences.crosswalks import HEAD, link, load, three_sets

UNWRITABLE = "The file has a character that cannot stand in a text."


def problems(source):
    """What is said about this file, as `[(line, sentence)]`."""
    with translation.override("en"), pytest.raises(PackageInvalid) as caught:
        parse_crosswalk(source if isinstance(source, bytes) else source.encode())
    return [(one.line, one.text) for one in caught.value.problems]


ONE = link("ours/1", "theirs/1")
BAD = {
    "relation": (HEAD + link("a1/1", "b1/1", "similar"), 7, "links.1.relation must be one of: equal, broader, narrower, overlaps."),
    "itself": (HEAD + link("ours/1", "ours/1"), 5, "ours/1 is compared with itself."),
    "twice": (HEAD + ONE + ONE, 9, "ours/1 and theirs/1 are compared a second time here."),
    "turned": (HEAD + ONE + link("theirs/1", "ours/1"), 9, "theirs/1 and ours/1 are compared a second time here."),
    "day": (HEAD.replace("03-02", "02-30") + ONE, 3, "“2026-02-30” is no day of the calendar."),
    "no day": (HEAD.replace("2026-03-02", "soon") + ONE, 3, "made_on is not written as the format asks."),
    "bare day": (HEAD.replace('"2026-03-02"', "2026-03-02") + ONE, 3, "made_on must be a text; put a number in quotation marks."),
    "place": (HEAD + link("ours", "theirs/1"), 5, "links.1.from is not written as the format asks."),
    "reason": (HEAD + ONE.replace(', en: "same thing"', ""), 8, "“en” is missing in links.1.reason."),
    "empty reason": (HEAD + link("ours/1", "theirs/1", reason=" "), 8, "links.1.reason.en is empty."),
    "nobody": (HEAD.replace('author: "Tests"\n', "") + ONE, 1, "“author” is missing in the file."),
    "no links": (HEAD.replace("links:", "links: []"), 4, "links is empty."),
    "key twice": (HEAD + ONE + "    to: theirs/2\n", 9, "The key “to” stands here a second time."),
    "zero": (HEAD + link("ours/1", "theirs/1", reason="\\0"), 8, UNWRITABLE),
    "tag": (HEAD + link("!x ours/1", "theirs/1"), 5, "Tags (!name) are not allowed."),
    "bomb": ("a: &a [x]\nb: [*a, *a]", 2, "Aliases (*name) are not allowed. Write the text out."),
    "size": (b"#" * (2 * 1024 * 1024 + 1), 0, "The file is larger than 2 MB."),
    "empty": ("", 0, "The file is empty."),
}


@pytest.mark.parametrize(("source", "line", "sentence"), BAD.values(), ids=BAD)
def test_a_bad_crosswalk_is_refused_with_line_and_sentence(source, line, sentence):
    assert (line, sentence) in problems(source)


@pytest.mark.parametrize("turned", [False, True])
def test_standards_that_are_each_broader_than_the_next_must_not_close_a_ring(turned):
    pairs = [("ours/1", "theirs/1"), ("theirs/1", "frame/1"), ("frame/1", "ours/1")]
    lines = "".join(link(other, one, "narrower") if turned else link(one, other, "broader") for one, other in pairs)
    assert problems(HEAD + lines) == [(13, "This closes a ring: ours/1 is already broader than frame/1.")]


def test_what_is_broader_than_two_and_what_is_equal_all_round_is_no_ring():
    broader = link("ours/1", "theirs/1", "broader") + link("ours/1", "frame/1", "broader") + link("theirs/1", "frame/1", "broader")
    assert len(parse_crosswalk((HEAD + broader).encode())["links"]) == 3
    equal = link("ours/1", "theirs/1") + link("theirs/1", "frame/1") + link("frame/1", "ours/1")
    assert len(parse_crosswalk((HEAD + equal).encode())["links"]) == 3


def test_all_wrong_lines_are_told_at_once_in_their_order():
    source = HEAD.replace("03-02", "13-02") + ONE + link("ours/2", "ours/2") + ONE
    assert [line for line, _sentence in problems(source)] == [3, 9, 13]


@given(st.binary(max_size=200))
def test_no_bytes_do_more_than_be_refused(source):
    with pytest.raises(PackageInvalid):
        parse_crosswalk(source)


def test_the_published_schema_is_one():
    Draft202012Validator.check_schema(schema())


@pytest.fixture
def folder(db, tmp_path):
    """An empty folder, with three sets in the library."""
    three_sets()
    return tmp_path


def state():
    """Every correspondence as it stands."""
    return list(Correspondence.objects.order_by("pk").values())


def test_a_crosswalk_comes_in_proposed_with_author_day_and_reason(folder):
    assert load(folder, ONE, link("ours/2", "frame/1", "broader")) == 2
    first, second = Correspondence.objects.all()
    assert (str(first), first.state, first.author, str(first.made_on)) == ("ours/1 equal theirs/1", "proposed", "Tests", "2026-03-02")
    assert (str(second), second.reason.kk) == ("ours/2 broader frame/1", "same thing қазақша")


def test_the_same_files_again_change_nothing(folder):
    load(folder, ONE, link("ours/2", "frame/1"))
    before = state()
    assert load(folder, ONE, link("ours/2", "frame/1")) == 0
    assert state() == before


def test_what_people_made_of_a_correspondence_stays_as_long_as_the_file_says_the_same(folder):
    load(folder, ONE)
    services.confirm(Correspondence.objects.get(), by=appoint(None, make_agency(), "agency_head"), now=NOW)
    assert load(folder, ONE, link("ours/2", "frame/1")) == 1
    assert [one.state for one in Correspondence.objects.all()] == ["confirmed", "proposed"]


@pytest.mark.parametrize("now_said", [link("ours/1", "theirs/1", reason="other thing"), link("ours/1", "theirs/1", "overlaps")])
def test_a_correspondence_that_says_something_else_is_proposed_again(folder, now_said):
    load(folder, ONE)
    Correspondence.objects.update(state="withdrawn")
    assert load(folder, now_said) == 1
    [one] = Correspondence.objects.all()
    assert (one.state, one.confirmed_by) == ("proposed", None)


@pytest.mark.parametrize("answered", [False, True])
def test_what_people_said_of_a_correspondence_is_kept_when_the_file_says_something_else(folder, answered):
    load(folder, ONE)
    teacher, head = appoint("Айгүл Сапарова", make_institution(), "teacher"), appoint(None, make_agency(), "agency_head")
    made = services.dispute(Correspondence.objects.get(), reason="Theirs asks for more.", language="en", by=teacher, now=NOW)
    if answered:
        services.answer_dispute(made, answer="It does not.", upheld=False, by=head, now=NOW)
    load(folder, link("ours/1", "theirs/1", reason="other thing"))
    [one] = Correspondence.objects.all()
    assert (one.reason.en, one.state, one.confirmed_by) == ("other thing", "proposed" if answered else "disputed", None)
    assert [(said.reason, said.answer) for said in one.disputes.all()] == [("Theirs asks for more.", "It does not." if answered else "")]


def test_another_author_or_day_is_written_down_and_the_state_stays(folder):
    load(folder, ONE)
    Correspondence.objects.update(state="confirmed")
    (folder / "small.yaml").write_text(HEAD.replace("Tests", "Others").replace("03-02", "03-03") + ONE)
    assert services.load_crosswalks(folder=folder) == 0
    one = Correspondence.objects.get()
    assert (one.author, str(one.made_on), one.state) == ("Others", "2026-03-03", "confirmed")


def test_a_line_that_is_gone_from_the_file_is_gone_from_the_graph(folder):
    load(folder, ONE, link("ours/2", "frame/1"))
    assert load(folder, ONE) == 0
    assert [str(one) for one in Correspondence.objects.all()] == ["ours/1 equal theirs/1"]


def test_a_line_may_move_to_another_file(folder):
    load(folder, ONE, link("ours/2", "frame/1"), name="b", key="second")
    Correspondence.objects.update(state="confirmed")
    (folder / "b.yaml").write_text(HEAD.replace("small", "second") + link("ours/2", "frame/1"))
    assert load(folder, ONE, name="a", key="first") == 0
    assert {(one.crosswalk, one.state) for one in Correspondence.objects.all()} == {("first", "confirmed"), ("second", "confirmed")}


@pytest.mark.parametrize(
    ("other", "line", "sentence"),
    [
        (HEAD.replace("small", "other") + ONE, 5, "ours/1 and theirs/1 are compared a second time here."),
        (HEAD.replace("small", "other") + link("theirs/1", "ours/1"), 5, "theirs/1 and ours/1 are compared a second time here."),
        (HEAD + link("ours/2", "theirs/1"), 1, "Another file has the crosswalk “small” already."),
        (HEAD.replace("small", "other") + link("ours/2", "theirs/9"), 6, "“theirs/9” names a standard that no set has."),
        (HEAD.replace("small", "other") + link("no_set/1", "theirs/2"), 5, "“no_set/1” names a standard that no set has."),
        ("key: other", 1, "“links” is missing in the file."),
    ],
    ids=["pair", "turned pair", "key", "number", "set", "shape"],
)
def test_one_bad_file_changes_nothing_and_is_named(folder, other, line, sentence):
    load(folder, ONE)
    before = state()
    (folder / "z_other.yaml").write_text(other)
    (folder / "a_new.yaml").write_text(HEAD.replace("small", "new") + link("ours/3", "frame/3"))
    with translation.override("en"), pytest.raises(PackageInvalid) as caught:
        services.load_crosswalks(folder=folder)
    assert (line, sentence) in [(one.line, one.text) for one in caught.value.problems]
    assert caught.value.__notes__ == ["z_other.yaml"]
    assert state() == before


RING = [("ours/1", "theirs/1"), ("theirs/1", "frame/1"), ("frame/1", "ours/1")]


@pytest.mark.parametrize("turned", [False, True])
def test_a_ring_over_several_files_is_refused_where_it_closes_and_changes_nothing(folder, turned):
    load(folder, ONE)
    before = state()
    for name, (one, other) in zip("abc", RING, strict=True):
        said = link(other, one, "narrower") if turned else link(one, other, "broader")
        (folder / f"{name}.yaml").write_text(
            HEAD.replace("small", f"file_{name}") + link("ours/2", f"theirs/{'abc'.index(name) + 1}") + said
        )
    (folder / "small.yaml").unlink()
    with translation.override("en"), pytest.raises(PackageInvalid) as caught:
        services.load_crosswalks(folder=folder)
    assert [(one.line, one.text) for one in caught.value.problems] == [(9, "This closes a ring: ours/1 is already broader than frame/1.")]
    assert caught.value.__notes__ == ["c.yaml"]
    assert state() == before


def test_what_goes_down_over_several_files_and_meets_is_no_ring(folder):
    for name, (one, other) in zip("abc", [*RING[:2], ("ours/1", "frame/1")], strict=True):
        (folder / f"{name}.yaml").write_text(HEAD.replace("small", f"file_{name}") + link(one, other, "broader"))
    assert services.load_crosswalks(folder=folder) == 3


def test_the_command_says_which_crosswalk_is_wrong(folder, monkeypatch):
    (folder / "bad.yaml").write_text(HEAD + link("ours/9", "theirs/1"))
    monkeypatch.setattr("tarazy.reference.correspondences.services.CROSSWALKS", folder)
    with pytest.raises(CommandError, match=r"^bad\.yaml\n.*ours/9"):
        call_command("load_crosswalks")
