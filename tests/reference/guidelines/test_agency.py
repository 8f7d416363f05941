"""Quality of accreditation bodies: what the Guidelines say of them, and the twenty duties of the library beside it."""

import pytest

from tarazy.reference.guidelines.provisions import paragraphs_in
from tarazy.reference.standards.package import PACKAGES, parse
from tests.reference.guidelines.reading import group, origin, told, unsaid


@pytest.fixture(scope="module")
def duties():
    """The duties of accreditation bodies by their requirement."""
    content = parse((PACKAGES / "agency_duties.yaml").read_bytes()).content
    return {one["requirement"]: one for one in content["standards"]}


def asked(duty):
    """All that the criteria of a duty ask, in one English text."""
    return " ".join(one["text"]["en"] for one in duty["criteria"])


@pytest.mark.requirement("R213", "R214", "R215", "R216")
def test_an_agency_works_by_order_629_is_regulated_by_the_council_and_recognised_by_register_1():
    basis, regulation, recognition = (group("agency", key) for key in ("legal_basis", "regulation", "recognition"))
    assert [origin(one) for one in (basis, regulation, recognition)] == [
        ("rule", "agency", "209"),
        ("rule", "accreditation_council", "210"),
        ("rule", "authorised_body", "211 212"),
    ]
    order = "Order No. 629 of the Minister of Education and Science of 1 November 2016"
    assert unsaid(basis, "en", "Guidelines", order, "international") == []
    assert unsaid(regulation, "en", "Republican Accreditation Council regulates") == []
    assert unsaid(recognition, "en", "legally registered", "Register 1", "Order No. 629", "automatically undertakes") == []


@pytest.mark.requirement("R217", "R218", "R219", "R220", "R221")
def test_an_agency_has_eight_principles_from_continuity_to_independence():
    principles = group("agency", "principles")
    assert origin(principles) == ("principle", "agency", "213 214 215 216 217 218 219")
    words = "continuity,transparency and accountability,impartiality,trust,participation,sufficiency,commitment to quality,independence"
    assert unsaid(principles, "en", *words.split(",")) == []
    assert "follow-up" in principles.provisions[0].text.en
    assert "no commercial, financial or other pressure" in principles.provisions[2].text.en
    assert "in its management" in principles.provisions[4].text.en


@pytest.mark.requirement("R225")
def test_an_organisation_may_count_on_six_things_complaints_of_the_process_among_them():
    rights = group("agency", "rights_of_organisations")
    assert origin(rights) == ("rule", "organisation", "220 221 223 224 225")
    words = ("whether the body can accredit it", "full membership", "how well internal processes work", "fair", "appeals", "disagrees")
    assert unsaid(rights, "en", *words) == []
    assert "process of external evaluation or with the acts of those who carried it out" in rights.provisions[5].text.en


def test_only_certified_experts_without_conflicts_take_part_and_keep_confidence():
    experts = group("agency", "experts")
    assert origin(experts) == ("rule", "experts", "222")
    assert unsaid(experts, "en", "certified for the level", "code of ethics", "no conflict of interest", "confidential") == []


@pytest.mark.requirement("R228", "R229")
def test_teacher_education_has_standards_of_its_own_and_the_agency_is_jointly_and_severally_liable():
    standards, components, ways = (group("agency", f"teacher_{key}") for key in ("standards", "components", "accreditation"))
    assert [origin(one)[2] for one in (standards, components, ways)] == ["226", "226", "227 228"]
    assert unsaid(standards, "en", "professional standard", "state compulsory standard", "students' learning") == []
    assert unsaid(components, "en", "organisation", "content", "teaching, learning and research", "partnership") == []
    assert "single education programmes" in told(ways)
    liability = group("agency", "liability")
    assert (origin(liability)[2], unsaid(liability, "en", "jointly and severally liable", "licence")) == ("229", [])


@pytest.mark.requirement("R231", "R232")
def test_society_gets_reports_registers_a_yearly_analysis_and_events():
    results = group("agency", "public_results")
    assert origin(results) == ("rule", "everyone", "230 231 232")
    assert unsaid(results, "en", "published regularly", "Registers 1, 2 and 3", "once a year", "improve the policy", "master classes") == []


@pytest.mark.requirement("R213", "R214", "R215", "R216", "R217", "R218", "R219", "R220", "R221")
def test_the_first_ten_duties_come_from_their_paragraphs_and_ask_for_what_these_demand(duties):
    wanted = {
        "R213": ("209", "Order No. 629 of 1 November 2016"),
        "R214": ("210", "Republican Accreditation Council"),
        "R215": ("211", "Register 1"),
        "R216": ("212", "from the day it applies"),
        "R217": ("213", "Follow-up procedures"),
        "R218": ("214", "no other pressure"),
        "R219": ("215 216", "share in managing the agency"),
        "R220": ("217 218", "part of its mission"),
        "R221": ("219", "develops its accreditation standards itself"),
        "R222": ("220", "Before accepting an application"),
    }
    for number, (paragraphs, said) in wanted.items():
        assert " ".join(sorted(paragraphs_in(duties[number]["source"]))) == paragraphs
        assert said in asked(duties[number])


@pytest.mark.requirement("R228", "R229")
def test_the_other_ten_duties_come_from_their_paragraphs_and_ask_for_what_these_demand(duties):
    wanted = {
        "R223": ("221", "full member"),
        "R224": ("222", "certified for the level"),
        "R225": ("223", "quality culture"),
        "R226": ("224", "objective"),
        "R227": ("225", "disagreement with the process of evaluation or the actions"),
        "R228": ("226 227 228", "individual programme"),
        "R229": ("229", "joint and several liability"),
        "R230": ("230", "Register 3"),
        "R231": ("231", "Once a year"),
        "R232": ("232", "seminars, forums, master classes"),
    }
    for number, (paragraphs, said) in wanted.items():
        assert " ".join(sorted(paragraphs_in(duties[number]["source"]))) == paragraphs
        assert said in asked(duties[number])
