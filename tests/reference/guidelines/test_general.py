"""What holds at every level: the model, quality culture and its indicators, who answers for what, how quality is measured."""

import pytest

from tests.reference.guidelines.reading import group, origin, told, unsaid


@pytest.mark.requirement("R002", "R003")
def test_the_guidelines_serve_the_system_and_each_institution_and_join_all_stakeholders():
    about = group("general", "about_guidelines")
    assert origin(about) == ("rule", "everyone", "1 2 3 4")
    assert (
        unsaid(about, "en", "norms", "two scales", "competitive", "join the efforts of all stakeholders", "agree on the clear aims") == []
    )


def test_the_five_international_documents_are_named_in_every_language():
    foundations = group("general", "foundations")
    for language in ("kk", "ru", "en"):
        assert unsaid(foundations, language, "ESG", "EQAVET", "CIS", "NAEYC", "EIF") == []


@pytest.mark.requirement("R004", "R013", "R014")
def test_quality_culture_is_shared_by_all_reaches_every_unit_and_includes_integrity():
    culture = group("general", "quality_culture")
    assert origin(culture) == ("value", "everyone", "5 6 18 19")
    said = unsaid(
        culture, "en", "value and believe", "everyone shares", "every process", "every teacher, every learner", "each unit", "integrity"
    )
    assert said == []


@pytest.mark.requirement("R005")
def test_quality_is_what_learners_know_and_can_do_matching_what_stakeholders_expect():
    meaning = group("general", "meaning")
    assert origin(meaning) == ("rule", "everyone", "7 8")
    assert "knowledge, skills, values and competencies" in told(meaning)
    assert "expectations and requirements of all stakeholders" in told(meaning)


@pytest.mark.requirement("R006")
def test_quality_culture_has_two_elements_and_three_kinds_of_formal_tools():
    elements, tools = group("general", "culture_elements"), group("general", "formal_tools")
    assert (origin(elements)[2], origin(tools)[2]) == ("9", "10")
    assert unsaid(elements, "en", "define, measure, evaluate and improve", "commitment") == []
    assert unsaid(tools, "en", "normative", "strategic", "operational") == []
    assert unsaid(tools, "ru", "нормативные", "стратегические", "операционные") == []


@pytest.mark.requirement("R007")
def test_individual_commitment_has_its_four_indicators_in_each_language():
    indicators = group("general", "individual_commitment")
    assert origin(indicators) == ("commitment", "everyone", "11")
    assert unsaid(indicators, "kk", "бейілділік", "жауапкершілік", "араласу", "тиімділік") == []
    assert unsaid(indicators, "ru", "приверженность", "ответственность", "вовлечённость", "эффективность") == []
    assert unsaid(indicators, "en", "commitment", "responsibility", "involvement", "efficiency") == []


@pytest.mark.requirement("R008")
def test_collective_commitment_rests_on_trust_and_shared_values_and_three_things_link_the_elements():
    collective, links = group("general", "collective_commitment"), group("general", "culture_interaction")
    assert (origin(collective)[2], origin(links)[2]) == ("12", "13")
    assert unsaid(collective, "en", "trust", "values") == []
    assert unsaid(links, "en", "communication", "participation", "trust") == []
    assert unsaid(links, "kk", "коммуникация", "қатысу", "сенім") == []


@pytest.mark.requirement("R009", "R010")
def test_the_national_model_has_four_levels_and_binds_everyone():
    model, binding = group("general", "national_model"), group("general", "binding")
    assert (origin(model)[2], origin(binding)[2]) == ("14", "15 30")
    assert unsaid(model, "en", "internal", "external", "accreditation bodies", "responsibility of the state") == []
    for named in ("education organisations", "accreditation bodies", "government bodies", "public associations"):
        assert named in told(binding)


@pytest.mark.requirement("R011", "R012")
def test_the_organisation_answers_first_and_its_system_stands_on_quality_culture():
    duties, system = group("general", "organisation_duties"), group("general", "internal_assurance")
    assert origin(duties) == ("duty", "organisation", "16 18 33")
    assert unsaid(duties, "en", "main responsibility", "internal quality assurance system", "quality culture") == []
    assert "policies, tools and approaches" in told(system)
    assert "methods of managing quality" in told(system)


@pytest.mark.requirement("R015", "R016", "R017")
def test_external_assurance_has_three_parts_and_accreditation_is_recognition_for_information():
    parts, accreditation = group("general", "external_parts"), group("general", "accreditation")
    assert origin(parts) == ("control", "everyone", "21")
    assert unsaid(parts, "en", "accreditation", "control by the state", "public trust") == []
    assert origin(accreditation) == ("rule", "agency", "22 23")
    assert unsaid(accreditation, "en", "recognises", "objective information", "policy and system, supports it") == []
    assert "quality culture" in told(group("general", "external_assurance"))


@pytest.mark.requirement("R018", "R019")
def test_the_state_makes_the_legal_frame_and_controls_and_agencies_accredit_publish_and_support():
    state, agency = group("general", "state_duties"), group("general", "agency_duties")
    assert (origin(state), origin(agency)) == (("duty", "state", "24 25 33"), ("duty", "agency", "33"))
    words = ("national system for assessing", "develop", "legal basis", "social and economic", "role", "legal framework", "met", "fit for")
    assert unsaid(state, "en", *words) == []
    assert unsaid(agency, "en", "institutional accreditation, specialised", "tell stakeholders", "support education organisations") == []


@pytest.mark.requirement("R020", "R021")
def test_the_guidelines_have_three_objectives_and_five_principles():
    objectives, principles = group("general", "objectives"), group("general", "principles")
    assert (origin(objectives), origin(principles)) == (("task", "everyone", "26"), ("principle", "everyone", "27"))
    assert unsaid(objectives, "en", "understand", "mechanisms", "quality culture") == []
    assert unsaid(principles, "en", "answer for", "open", "trust", "quality culture", "national database") == []


@pytest.mark.requirement("R023", "R024", "R028")
def test_quality_assurance_joins_the_internal_and_the_external_and_rests_on_four_things():
    basis, mechanisms = group("general", "system_basis"), group("general", "system_mechanisms")
    assert unsaid(basis, "en", "Guidelines", "National Qualifications Framework", "academic credits", "institutional structures") == []
    assert (origin(basis)[2], origin(mechanisms)[2]) == ("31", "28 29 32 34 35")
    assert unsaid(mechanisms, "en", "together", "give account and", "improve", "valid data for decisions", "interlinked") == []


@pytest.mark.requirement("R029", "R030", "R031")
def test_policy_standard_criterion_and_toolset_are_said_what_they_are():
    terms, toolset = group("general", "policy_and_standards"), group("general", "toolset")
    assert origin(terms)[2] == "36 37 38 39 41"
    assert unsaid(terms, "en", "intention", "document", "applicants and their parents", "suit", "characteristic", "indicators") == []
    assert (origin(toolset)[2], unsaid(toolset, "en", "standards", "criteria", "indicators", "control and measuring materials")) == (
        "40",
        [],
    )


@pytest.mark.requirement("R032", "R033")
def test_indicators_do_three_things_and_are_of_nine_types_in_each_language():
    functions, types = group("general", "indicator_functions"), group("general", "indicator_types")
    assert (origin(functions)[2], origin(types)[2]) == ("41", "42")
    assert unsaid(functions, "en", "measure", "signal", "report") == []
    assert unsaid(functions, "ru", "измеряют", "сигнал", "сообщают") == []
    words = "quantitative qualitative contribution process result direction performance financial kpi"
    assert unsaid(types, "en", *words.split()) == []
    assert unsaid(types, "ru", *["количест", "качест", "вклад", "процесс", "результат", "направлен", "эффективн", "финанс", "kpi"]) == []
    assert unsaid(types, "kk", *["сандық", "сапалық", "үлес", "процесс", "нәтиже", "бағыт", "тиімділік", "қаржы", "kpi"]) == []


@pytest.mark.requirement("R034")
def test_every_measured_area_is_listed():
    areas = group("general", "measured_areas")
    assert origin(areas) == ("area", "organisation", "43")
    words = "enrolment,progression,graduation,retention,engagement,graduates,curricula,faculty,remote,laboratories,equipment"
    more = "financial aid,grants and research,library,strategic planning,satisfaction,relations with business"
    assert unsaid(areas, "en", *words.split(","), *more.split(",")) == []
