"""Quality in preschool education: values, assessment, control, who does what; goals and principles of IQAA."""

import pytest

from tarazy.reference.guidelines.provisions import levels
from tests.reference.guidelines.reading import LANGUAGES, group, origin, told, unsaid


@pytest.mark.requirement("R035")
def test_preschool_education_has_eleven_values_in_each_language():
    values = group("preschool", "values")
    assert origin(values) == ("value", "everyone", "46")
    english = (
        "rights,actor,equally open,at ease,safe,discovering,play and creativity,explores,experience,responsibility,support one another"
    )
    assert unsaid(values, "en", *english.split(",")) == []
    russian = "права,субъект,доступно,комфортно,здоровье,познанию,игре,исследовательск,опыт,осознанно,сотруднича"
    assert unsaid(values, "ru", *russian.split(",")) == []
    kazakh = "құқық,субъект,қолжетімді,жайлы,денсаулығы,тануға,ойын,зерттеу,тәжірибе,саналы,ынтымақта"
    assert unsaid(values, "kk", *kazakh.split(",")) == []


@pytest.mark.requirement("R035")
def test_the_values_hold_from_birth_to_five_or_six_in_the_family_too():
    role = group("preschool", "values_role")
    assert origin(role)[2] == "44 45 46"
    assert "from birth to the age of five (six), in the family" in told(role)


@pytest.mark.requirement("R036", "R037", "R038")
def test_a_safe_stay_has_six_conditions_video_surveillance_among_them_and_there_are_three_priorities():
    goals, safe, priorities = group("preschool", "goals"), group("preschool", "safe_stay"), group("preschool", "priorities")
    assert (origin(goals)[2], origin(safe)[2], origin(priorities)) == ("47", "48", ("priority", "organisation", "50"))
    assert unsaid(goals, "en", "safe", "develop fully") == []
    assert unsaid(safe, "en", "regulations", "sanitary", "fire safety", "developing environment", "staff", "video surveillance") == []
    assert unsaid(priorities, "en", "content", "potential of teachers", "manage") == []
    assert unsaid(group("preschool", "full_development"), "en", "objects and space", "interaction") == []


@pytest.mark.requirement("R040")
def test_quality_is_assessed_by_seven_criteria_in_each_language():
    criteria = group("preschool", "quality_criteria")
    assert origin(criteria) == ("quality_criterion", "organisation", "52")
    assert unsaid(criteria, "en", "regulations", "curriculum", "teachers", "environment", "equipment", "safe", "parents") == []
    assert unsaid(criteria, "ru", "нормам", "программы", "педагоги", "среда", "оснащена", "безопасность детей", "родители") == []
    assert unsaid(criteria, "kk", "нормалар", "бағдарлама", "педагог", "орта", "жабдық", "балалардың қауіпсіздігі", "ата-ана") == []


@pytest.mark.requirement("R051")
def test_inclusiveness_and_the_needs_of_family_and_child_are_principles_of_the_standards():
    principles = group("preschool", "principles_of_standards")
    assert origin(principles) == ("principle", "organisation", "54 55")
    assert unsaid(principles, "en", "inclusiveness", "family and child") == []


@pytest.mark.requirement("R052", "R053", "R054")
def test_internal_assessment_is_monitoring_in_three_rounds_and_the_satisfaction_of_parents():
    assessment, content = group("preschool", "internal_assessment"), group("preschool", "monitoring_content")
    assert (origin(assessment), origin(content)) == (("method", "organisation", "56"), ("method", "teachers", "58"))
    assert unsaid(assessment, "en", "three rounds: initial, intermediate and final", "parents are satisfied") == []
    assert unsaid(assessment, "kk", "үш рет жүргізеді: бастапқы, аралық және қорытынды", "ата-ана") == []
    assert unsaid(content, "en", "development", "in view of their age", "corrective actions into the work plan") == []
    checked = group("preschool", "monitoring_compliance")
    assert (origin(checked)[2], unsaid(checked, "en", "state compulsory standard", "Model Rules", "other legal documents")) == ("57", [])


@pytest.mark.requirement("R055", "R056")
def test_self_assessment_goes_by_both_kinds_of_criteria_and_parents_are_asked_in_three_ways():
    own, parents = group("preschool", "self_assessment"), group("preschool", "parent_satisfaction")
    assert (origin(own)[2], origin(parents)[2]) == ("59", "60")
    assert unsaid(own, "en", "risks and threats", "internal and of external control") == []
    assert unsaid(parents, "en", "surveyed", "online", "changes") == []


@pytest.mark.requirement("R057", "R058")
def test_external_assurance_is_control_of_three_forms_over_any_ownership_and_evaluation():
    forms, rules = group("preschool", "control_forms"), group("preschool", "control_rules")
    assert (origin(forms), origin(rules)) == (("control", "authorised_body", "62"), ("control", "authorised_body", "63 64"))
    assert unsaid(group("preschool", "external_quality_assurance"), "en", "external control", "external evaluation") == []
    assert unsaid(forms, "en", "preventive control", "unscheduled inspections", "state certification") == []
    for said in ("authorised body", "whoever owns them", "qualification requirements", "with a visit", "without a visit"):
        assert said in told(rules)


@pytest.mark.requirement("R059", "R060")
def test_state_certification_comes_without_a_visit_in_four_areas_after_a_self_assessment_in_three():
    areas, own = group("preschool", "state_certification"), group("preschool", "certification_self_assessment")
    assert (origin(areas), origin(own)) == (("control", "authorised_body", "64"), ("control", "organisation", "65"))
    assert unsaid(areas, "en", "learning outcomes", "maximum teaching load", "prepared for school", "how long") == []
    assert "State certification takes place without a visit" in told(group("preschool", "control_rules"))
    assert unsaid(own, "en", "organisational activity", "pedagogical process", "expected results") == []


@pytest.mark.requirement("R062", "R063")
def test_accreditation_is_institutional_only_and_has_three_principles():
    principles, accreditation = group("preschool", "accreditation_principles"), group("preschool", "accreditation")
    assert (origin(principles), origin(accreditation)[2]) == (("principle", "agency", "67"), "66 68")
    assert unsaid(principles, "en", "voluntariness", "independence", "payment") == []
    assert unsaid(principles, "ru", "добровольность", "независимость", "платность") == []
    assert unsaid(principles, "kk", "еріктілік", "тәуелсіздік", "ақылылық") == []
    assert unsaid(accreditation, "en", "one form only: institutional", "national or international", "drawn up itself") == []


@pytest.mark.requirement("R064", "R065")
def test_the_authorised_body_approves_twelve_kinds_of_acts_and_coordinates_the_supply_of_textbooks():
    responsible, acts = group("preschool", "state_responsibility"), group("preschool", "authorised_body_acts")
    assert (origin(responsible)[2], origin(acts)) == ("69", ("duty", "authorised_body", "70"))
    assert unsaid(responsible, "en", "authorised body", "regional methodical rooms") == []
    first = "catering,expert examination,admission,structure and content,prepared,before the republican and local budgets"
    rest = "standard contract,equipment,training of staff,per capita,state order for preschool,register"
    assert unsaid(acts, "en", *first.split(","), *rest.split(",")) == []
    supply = group("preschool", "textbook_supply")
    assert (origin(supply), unsaid(supply, "en", "coordinate the supply of textbooks")) == (("duty", "authorised_body", "70"), [])


@pytest.mark.requirement("R066", "R067")
def test_local_executive_bodies_have_six_duties_and_methodical_rooms_three():
    bodies, rooms = group("preschool", "local_executive_duties"), group("preschool", "methodical_rooms_duties")
    assert (origin(bodies), origin(rooms)) == (("duty", "local_executive", "71"), ("duty", "methodical_rooms", "72"))
    assert unsaid(bodies, "en", "automated register", "state educational order", "fee", "medical", "equip", "methodological help") == []
    assert unsaid(rooms, "en", "rules and norms", "promptly", "parents") == []


def test_kindergartens_have_neither_modo_nor_insolvency_since_the_guidelines_name_neither_for_them():
    said = " ".join(getattr(one.text, code) for found in levels()["preschool"].groups for one in found.provisions for code in LANGUAGES)
    assert not any(word in said.casefold() for word in ("modo", "модо", "ббжм", "insolven", "bankrupt", "несостоятельн", "банкрот"))


@pytest.mark.requirement("R268")
def test_iqaa_names_three_goals_a_real_choice_for_parents_among_them():
    goals = group("preschool", "iqaa_goals")
    assert (goals.kind, goals.actor, [one.source[-6:] for one in goals.provisions]) == ("task", "agency", ["goal 1", "goal 2", "goal 3"])
    assert unsaid(goals, "en", "mechanism", "encourage", "parents a real chance to choose") == []
    assert unsaid(goals, "kk", "тетік", "ынталандыру", "таңдауға шынайы мүмкіндік") == []


@pytest.mark.requirement("R269", "R270", "R271")
def test_iqaa_names_six_principles_in_its_own_kazakh_words():
    principles = group("preschool", "iqaa_principles")
    assert [one.source.rpartition(" ")[2] for one in principles.provisions] == list("123456")
    assert (
        unsaid(principles, "kk", "Еріктілік", "сапасын", "Адалдық пен ашықтық", "Объективтілік пен тәуелсіздік", "жауапкершілігі", "қоғам")
        == []
    )
    english = "voluntariness,raising the quality,available to all participants,no third party,first and foremost,needs of children"
    assert unsaid(principles, "en", *english.split(",")) == []
