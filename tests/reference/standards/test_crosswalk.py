"""Crosswalk files: what is refused with its line, what loading does, and what the crosswalks that come with Tarazy say."""

import pytest
from django.utils import translation

from tarazy.reference.standards import queries, services
from tarazy.reference.standards.crosswalk import parse_crosswalk
from tarazy.reference.standards.models import Correspondence
from tarazy.reference.standards.package import PackageInvalid
from tests.factories import make_standards

FILE = """\
key: ours
author: "Tarazy"
made_on: "2026-11-28"
links:
  - from: one/1
    to: two/1
    relation: broader
    reason: {kk: "Себебі", ru: "Потому что", en: "Because"}
  - from: two/1
    to: one/2
    relation: broader
    reason: {kk: "Тағы", ru: "Ещё", en: "And"}
"""


def said(source):
    """What is said of a file, as `[(line, sentence)]`."""
    with translation.override("en"), pytest.raises(PackageInvalid) as caught:
        parse_crosswalk(source.encode())
    return [(problem.line, problem.text) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ('relation: broader\n    reason: {kk: "Себебі"', 'relation: like\n    reason: {kk: "Себебі"', 7, "links.1.relation must be one of"),
        ("to: two/1", "to: one/1", 5, "one/1 is compared with itself."),
        ("from: two/1\n    to: one/2", "from: two/1\n    to: one/1", 9, "two/1 and one/1 are compared a second time here."),
        ("2026-11-28", "2026-02-30", 3, "“2026-02-30” is no day of the calendar."),
        ('kk: "Тағы", ', "", 12, "“kk” is missing in links.2.reason."),
        ("author:", 'made_on: "2026-01-01"\nauthor:', 4, "The key “made_on” stands here a second time."),
    ],
)
def test_a_wrong_line_is_told(old, new, line, sentence):
    assert FILE.count(old) == 1
    found = said(FILE.replace(old, new))
    assert any(place == line and text.startswith(sentence) for place, text in found), found


def test_standards_each_broader_than_the_next_may_not_close_a_ring():
    ring = FILE + '  - from: one/2\n    to: one/1\n    relation: broader\n    reason: {kk: "а", ru: "б", en: "c"}\n'
    assert said(ring) == [(13, "This closes a ring: one/1 is already broader than one/2.")]


@pytest.fixture
def folder(db, tmp_path):
    """A folder with the file, beside the two sets that it compares."""
    make_standards(key="one")
    make_standards(key="two")
    (tmp_path / "ours.yaml").write_text(FILE)
    return tmp_path


def test_loading_twice_changes_nothing_and_keeps_what_people_made_of_it(folder):
    assert services.load_crosswalks(folder=folder) == 2
    Correspondence.objects.filter(from_set="one").update(state="confirmed")
    assert services.load_crosswalks(folder=folder) == 0
    assert set(Correspondence.objects.values_list("from_set", "state")) == {("one", "confirmed"), ("two", "proposed")}


def test_a_changed_reason_is_proposed_anew_and_a_line_that_is_gone_goes(folder):
    services.load_crosswalks(folder=folder)
    Correspondence.objects.update(state="confirmed")
    (folder / "ours.yaml").write_text(FILE[: FILE.index("  - from: two/1")].replace("Because", "For this reason"))
    assert services.load_crosswalks(folder=folder) == 1
    only = Correspondence.objects.get()
    assert (only.state, only.reason.en) == ("proposed", "For this reason")


def test_a_standard_that_no_set_has_is_refused_and_nothing_changes(folder):
    services.load_crosswalks(folder=folder)
    (folder / "ours.yaml").write_text(FILE.replace("one/2", "one/9"))
    with pytest.raises(PackageInvalid) as caught:
        services.load_crosswalks(folder=folder)
    assert caught.value.__notes__ == ["ours.yaml"]
    assert Correspondence.objects.filter(to_number="2").exists()


def test_the_graph_goes_outwards_and_a_relation_turns_round_with_the_reader(folder):
    services.load_crosswalks(folder=folder)
    assert [(one.standard.number, one.relation) for one in queries.neighbours("two", "1")] == [("1", "narrower"), ("2", "broader")]
    graph = queries.graph_from("one", "1")
    assert {place: node.step for place, node in graph.nodes.items()} == {("one", "1"): 0, ("two", "1"): 1, ("one", "2"): 2}
    Correspondence.objects.filter(from_set="one").update(state="withdrawn")
    assert list(queries.graph_from("one", "1").nodes) == [("one", "1")]


def test_a_gap_is_a_standard_of_the_other_set_that_nothing_covers(folder):
    services.load_crosswalks(folder=folder)
    rows = queries.coverage(queries.set_in_version("one"), queries.set_in_version("two"))
    assert [(standard.number, [(one.standard.number, one.relation) for one in found]) for standard, found in rows] == [
        ("1", [("1", "broader"), ("2", "narrower")]),
        ("2", []),
    ]


@pytest.mark.requirement("R001", "R258")
def test_every_standard_of_higher_education_has_its_place_in_the_esg(our_library):
    for key, part, count in (("higher_internal", "esg_1", 10), ("higher_external", "esg_2", 7)):
        rows = queries.coverage(our_library[key], our_library[part])
        assert len(rows) == count
        for standard, found in rows:
            number = standard.number.partition(".")[2]
            assert any(one.standard.number.lstrip("E") == number for one in found), standard


@pytest.mark.requirement("R001")
def test_colleges_stand_beside_eqavet_and_the_duties_of_agencies_beside_part_3_of_the_esg(our_library):
    assert all(found for _standard, found in queries.coverage(our_library["vocational_internal"], our_library["eqavet"]))
    covered = [standard.number for standard, found in queries.coverage(our_library["agency_duties"], our_library["esg_3"]) if found]
    assert covered == ["3.1", "3.2", "3.3", "3.4", "3.5", "3.6"]


def test_every_correspondence_has_a_reason_in_three_languages_an_author_and_a_day(our_library):
    for one in Correspondence.objects.all():
        assert len(set(one.reason.as_dict().values())) == 3, one
        assert (one.author, one.state) == ("Tarazy", "proposed")
