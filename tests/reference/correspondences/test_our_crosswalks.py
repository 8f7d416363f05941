"""The crosswalks that come with Tarazy: every place is there, every set of the Guidelines meets the frame that it answers to."""

import re
from functools import cache

import pytest

from tarazy.reference.correspondences.crosswalk import CROSSWALKS, Beside, parse_crosswalk
from tarazy.reference.correspondences.models import Correspondence
from tarazy.reference.standards.package import PACKAGES, parse
from tarazy.site.commands import doctor

FILES = sorted(CROSSWALKS.glob("*.yaml"))


@cache
def titles():
    """The English title of every standard by its place."""
    found = {}
    for path in PACKAGES.glob("*.yaml"):
        package = parse(path.read_bytes()).content
        found |= {f"{package['key']}/{one['number']}": one["title"]["en"] for one in package["standards"]}
    return found


@cache
def links():
    """The links of all files."""
    beside = Beside(standards=set(titles()))
    return [link for path in FILES for link in parse_crosswalk(path.read_bytes(), beside)["links"]]


def meeting(one, other):
    """For each number of the set `one` the numbers of `other` that it corresponds to."""
    found = {place.partition("/")[2]: set() for place in titles() if place.startswith(f"{one}/")}
    for link in links():
        ends = dict([link["from"].split("/"), link["to"].split("/")])
        if ends.keys() == {one, other}:
            found[ends[one]].add(ends[other])
    return found


def test_every_place_is_there_and_no_pair_is_compared_twice():
    assert len(links()) > 150
    assert {link[end] for link in links() for end in ("from", "to")} <= titles().keys()
    assert len({frozenset((link["from"], link["to"])) for link in links()}) == len(links())


@pytest.mark.requirement("R258")
def test_each_internal_standard_of_higher_education_meets_the_standard_of_the_esg_with_its_number():
    for number, met in meeting("higher_internal", "esg_1").items():
        assert f"1.{number}" in met, number


@pytest.mark.requirement("R258")
def test_each_external_standard_of_higher_education_meets_the_standard_of_the_esg_with_its_number():
    found = meeting("higher_external", "esg_2")
    assert len(found) == 7
    for number, met in found.items():
        assert number.replace("E", "2.") in met, number


def test_the_duties_of_accreditation_bodies_cover_the_third_part_of_the_esg():
    covered = set().union(*meeting("agency_duties", "esg_3").values())
    assert covered >= {"3.1", "3.2", "3.3", "3.4", "3.5", "3.6"}


def test_each_standard_of_vocational_education_meets_a_phase_of_eqavet_and_each_phase_is_met():
    found = meeting("vocational_internal", "eqavet")
    assert all(found.values()), found
    assert set().union(*found.values()) == {"1", "2", "3", "4"}


@pytest.mark.parametrize("level", ["preschool_internal", "secondary_internal"])
def test_each_standard_of_kindergartens_and_schools_meets_a_direction_of_iqaa(level):
    found = meeting(level, "iqaa_school")
    assert all(found.values()), found
    assert set().union(*found.values()) == {"1", "2", "3", "4", "5", "6"}


@pytest.mark.parametrize(
    ("younger", "older"),
    [
        ("preschool_internal", "secondary_internal"),
        ("secondary_internal", "vocational_internal"),
        ("vocational_internal", "higher_internal"),
        ("higher_internal", "additional_internal"),
        ("higher_internal", "teacher_education"),
    ],
)
def test_levels_that_follow_each_other_correspond(younger, older):
    found = meeting(younger, older)
    assert "1" in found["1"] or older == "teacher_education"
    assert sum(map(bool, found.values())) >= len(found) - 2


def test_a_reason_is_a_sentence_of_its_own_in_each_language():
    for code in ("kk", "ru", "en"):
        reasons = [link["reason"][code] for link in links()]
        assert min(map(len, reasons)) >= 40
        assert len(set(reasons)) == len(reasons)
    for link in links():
        assert len(set(link["reason"].values())) == 3, link["from"]
        assert re.search("[әғқңөұүһі]", link["reason"]["kk"], re.IGNORECASE), link["from"]
        assert not re.search("[әғқңөұүһі]", link["reason"]["ru"], re.IGNORECASE), link["from"]


def test_all_four_relations_are_used():
    assert {link["relation"] for link in links()} == {"equal", "broader", "narrower", "overlaps"}


def test_the_doctor_misses_them_until_they_are_loaded(our_library):
    assert list(doctor.library(None)) == []
    Correspondence.objects.all().delete()
    assert list(doctor.library(None)) == ["No correspondence between standards is known. Run `tarazy manage load_crosswalks`."]
