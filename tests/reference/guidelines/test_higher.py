"""Quality in higher education: fifteen values, three levels of added value, what is published, risk and responsibility."""

import pytest

from tests.reference.guidelines.reading import group, groups, origin, told, unsaid


@pytest.mark.requirement("R146", "R147")
def test_higher_education_has_fifteen_values_and_adds_value_at_three_levels():
    values, added, own = (group("higher", key) for key in ("values", "added_value", "own_system"))
    assert (origin(values), len(values.provisions)) == (("value", "everyone", "144"), 15)
    for word in ("autonomy", "academic freedom", "integrity", "ombuds", "digital", "inclusi"):
        assert word in told(values).lower(), word
    assert (origin(added)[2], len(added.provisions)) == ("145", 3)
    assert "ESG" in told(own)


@pytest.mark.requirement("R160", "R161")
def test_environment_process_credits_choice_and_academic_policy_are_told():
    assert [origin(group("higher", key))[2] for key in ("environment", "process", "outcomes_credits")] == ["154", "155", "156"]
    assert unsaid(group("higher", "environment"), "en", "library, laboratory", "funding", "teachers, tutors, advisors") == []
    assert unsaid(group("higher", "process"), "en", "developed and approved", "centred on the student", "certification") == []
    assert unsaid(group("higher", "outcomes_credits"), "en", "National Qualifications Framework", "number of academic credits") == []
    assert "complaints" in told(group("higher", "flexibility_voice"))
    assert "advance" in told(group("higher", "internal_control")) + told(group("higher", "academic_policy"))


@pytest.mark.requirement("R164", "R166")
def test_new_forms_survey_staff_integrity_information_and_research_are_told():
    words = ("distance learning", "micro-qualifications", "recognise the results", "informal", "nano-credits")
    assert unsaid(group("higher", "new_forms"), "en", *words) == []
    rules = told(group("higher", "credit_rules")).lower()
    assert [one for one in ("framework", "transfer", "award", "recognition of") if one not in rules] == []
    assert "website" in told(group("higher", "quality_culture"))
    staff = group("higher", "staff")
    assert origin(staff)[2] == "164 165"
    words = ("sufficient quality", "professionalism", "transparent", "conditions", "development", "research", "innovation")
    assert unsaid(staff, "en", *words) == []
    assert "honesty" in told(group("higher", "integrity"))
    assert "digital" in told(group("higher", "environment_digital")).lower()
    assert origin(group("higher", "research_management")) == ("duty", "organisation", "169")


@pytest.mark.requirement("R172")
def test_seven_things_are_published_risk_is_managed_and_external_standards_have_five_bases():
    published, bases = group("higher", "published"), group("higher", "external_bases")
    assert (origin(published)[2], len(published.provisions)) == ("170", 7)
    assert "Employment of graduates" in told(published)
    assert "compliance" in told(group("higher", "risk_compliance")).lower()
    assert (origin(bases)[2], len(bases.provisions)) == ("175", 5)
    assert "WFME" in told(bases) or "Medical Education" in told(bases)


@pytest.mark.requirement("R179")
def test_the_state_answers_for_the_minimum_the_risk_and_the_recovery():
    keys = ("minimum_level", "risk_mechanism", "insolvency", "self_declaration", "state_monitoring")
    assert [origin(group("higher", key))[2] for key in keys] == ["177", "178 179", "180", "181", "182"]
    assert "recovery" in told(group("higher", "insolvency"))
    assert {one.actor for one in groups("higher", "control")} == {"organisation", "state"}
