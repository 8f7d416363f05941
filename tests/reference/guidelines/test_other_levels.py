"""Additional education, teacher education, accreditation bodies: what the Guidelines say beyond their standards."""

import pytest

from tests.reference.guidelines.reading import LANGUAGES, group, origin, told, unsaid


@pytest.mark.requirement("R184", "R185")
def test_additional_education_has_twelve_directions_five_principles_five_values_and_is_recognised():
    directions, principles, values = (group("additional", key) for key in ("directions", "principles", "values"))
    assert (origin(directions)[2], len(directions.provisions)) == ("183", 12)
    assert (origin(principles), len(principles.provisions)) == (("principle", "organisation", "185"), 5)
    assert (origin(values), len(values.provisions)) == (("value", "organisation", "186"), 5)
    assert unsaid(values, "en", "search", "reflect", "social", "decentr", "agency") == []
    recognition = group("additional", "recognition")
    assert origin(recognition)[2] == "188 197"
    bodies = "government bodies, non-governmental organisations, professional associations and others may officially recognise"
    assert bodies in told(recognition)
    assert origin(group("additional", "internal_quality_assurance"))[2] == "189 190 191"


@pytest.mark.requirement("R192", "R193", "R194")
def test_additional_education_is_inclusive_flexible_and_evaluated_by_accreditation_or_certification():
    assert origin(group("additional", "inclusiveness"))[2] == "192"
    assert "micro" in told(group("additional", "non_formal")).lower()
    assert "certification" in told(group("additional", "external_evaluation"))
    assert "WFME" in told(group("additional", "health_professionals")) or "Medical" in told(group("additional", "health_professionals"))


@pytest.mark.requirement("R195", "R196", "R197", "R209")
def test_teacher_education_is_integrated_rests_on_the_professional_standard_and_has_three_key_indicators():
    indicators = group("teacher", "key_indicators")
    assert unsaid(indicators, "en", "content", "practice", "responsibility") == []
    assert origin(group("teacher", "integration"))[2] == "198"
    assert unsaid(group("teacher", "integration"), "en", "are integrated with one another", "form a network") == []
    assert unsaid(group("teacher", "basis"), "en", "ESG", "law in force", "standards of accreditation bodies", "research") == []
    assert "professional standard" in told(group("teacher", "basis")).lower()
    assert "ESG" in told(group("teacher", "wider_standards"))


@pytest.mark.requirement("R198", "R199", "R200")
@pytest.mark.parametrize("language", LANGUAGES)
def test_teaching_practice_has_28_credits_and_keeps_clear_of_school_holidays(language):
    said = told(group("teacher", "teaching_practice"), language).lower()
    assert "28" in said
    assert {"kk": "каникул", "ru": "каникул", "en": "holiday"}[language] in said
    assert "achiev" in told(group("teacher", "programme_content"))


@pytest.mark.requirement("R201")
def test_teaching_practice_begins_early_and_shows_assessment_planning_strategies_and_work_with_special_needs():
    words = ("28", "holidays", "as early as possible", "special educational needs", "of all levels")
    practice = group("teacher", "teaching_practice")
    assert unsaid(practice, "en", *words) == []
    assert "assess, plan, use various learning strategies" in told(practice)


@pytest.mark.requirement("R211")
def test_programmes_of_teacher_education_are_assessed_continuously_and_enter_the_national_database():
    assert origin(group("teacher", "self_assessment")) == ("method", "organisation", "202 203 204")
    assert origin(group("teacher", "growth"))[2] == "205 206"
    assert unsaid(group("teacher", "growth"), "en", "new approaches and methods", "internal capacity") == []
    assert "NED" in told(group("teacher", "data_entry")) + told(group("teacher", "state_monitoring"))


@pytest.mark.requirement("R229")
def test_accreditation_bodies_are_regulated_recognised_and_liable():
    assert origin(group("agency", "regulation")) == ("rule", "accreditation_council", "210")
    assert "Register 1" in told(group("agency", "recognition"))
    assert (origin(group("agency", "teacher_components"))[2], len(group("agency", "teacher_components").provisions)) == ("226", 4)
    assert "jointly and severally" in told(group("agency", "liability"))
