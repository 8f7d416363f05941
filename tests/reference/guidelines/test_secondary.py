"""Quality in secondary education: values, internal assessment, MODO, accreditation, risk, who does what."""

import pytest

from tests.reference.guidelines.reading import LANGUAGES, group, origin, told, unsaid


@pytest.mark.requirement("R069")
def test_secondary_education_has_seven_values_in_each_language():
    values = group("secondary", "values")
    assert origin(values) == ("value", "everyone", "75")
    english = "patriotism,civic responsibility,respect,cooperation,work and creativity,openness,lifelong learning"
    assert unsaid(values, "en", *english.split(",")) == []
    assert unsaid(values, "ru", *["патриотизм", "гражданск", "уважение", "сотрудничество", "труд", "открытость", "всей жизни"]) == []
    assert unsaid(values, "kk", *["патриотизм", "азаматтық", "құрмет", "ынтымақтастық", "еңбек", "ашықтық", "өмір бойы"]) == []


@pytest.mark.requirement("R069")
def test_quality_assurance_has_seven_tasks_systematic_monitoring_of_achievements_among_them():
    tasks, outlook = group("secondary", "tasks"), group("secondary", "worldview")
    assert (origin(tasks), origin(outlook)[2]) == (("task", "organisation", "75"), "74")
    english = "upbringing,moral values,monitoring pupils' achievements systematically,innovative,climate,stakeholders,throughout life"
    assert unsaid(tasks, "en", *english.split(",")) == []
    assert unsaid(outlook, "en", "see the world", "moral", "critical", "get on with others") == []


@pytest.mark.requirement("R070", "R071", "R072")
def test_secondary_education_is_a_right_has_four_priorities_and_a_permanent_system():
    right, priorities, system = (group("secondary", key) for key in ("right_to_education", "priorities", "own_system"))
    assert (origin(right)[2], origin(priorities)) == ("73bis 76", ("priority", "organisation", "77"))
    assert unsaid(right, "en", "free and compulsory", "social and financial situation") == []
    assert unsaid(priorities, "en", "what pupils achieve", "textbooks", "content", "teachers' creative") == []
    assert origin(system)[2] == "78 79 81 82"
    assert "permanent quality assurance system of its own, with mechanisms of internal and external evaluation" in told(system)


@pytest.mark.requirement("R086")
def test_internal_assessment_checks_the_standard_removes_risks_and_involves_graduates_too():
    assessment, participants = group("secondary", "internal_assessment"), group("secondary", "participants")
    assert (origin(assessment), origin(participants)[2]) == (("method", "organisation", "83"), "84")
    assert unsaid(assessment, "en", "state compulsory standard", "risks and threats") == []
    assert unsaid(participants, "en", "pupils", "parents", "teachers", "administrative", "graduates") == []
    assert unsaid(group("secondary", "inclusiveness"), "en", "inclusiveness") == []


@pytest.mark.requirement("R087")
def test_the_internal_system_has_three_linked_elements():
    elements = group("secondary", "elements")
    assert origin(elements) == ("method", "organisation", "85")
    assert unsaid(elements, "en", "planning", "managing", "monitoring and correcting") == []
    assert "indicators is assessed" in elements.provisions[2].text.en
    assert "stakeholders give feedback, and corrective actions" in elements.provisions[2].text.en


@pytest.mark.requirement("R088", "R089", "R090")
def test_four_controls_run_from_the_start_of_the_year_to_certification_in_grades_9_and_11():
    controls = group("secondary", "controls")
    assert origin(controls) == ("method", "organisation", "86")
    words = ("beginning of the academic year", "formative", "summative", "grades 9 (10) and 11 (12)")
    assert unsaid(controls, "en", *words) == []
    assert unsaid(controls, "ru", "в начале учебного года", "формативное", "суммативно", "9 (10) и 11 (12)") == []
    assert unsaid(controls, "kk", "оқу жылының басында", "қалыптастырушы", "жиынтық", "9 (10) және 11 (12)") == []
    assert "quarter or academic year" in controls.provisions[2].text.en
    assert "lost" in controls.provisions[0].text.en


@pytest.mark.requirement("R091", "R092")
def test_the_portfolio_gathers_evidence_and_seven_analyses_are_made_at_the_end_of_the_year():
    portfolio, analyses = group("secondary", "portfolio"), group("secondary", "yearly_analyses")
    assert (origin(portfolio)[2], origin(analyses)) == ("87", ("method", "organisation", "88"))
    assert "formative and summative assessment" in told(portfolio)
    assert "at the end of the academic year" in analyses.title.en
    words = "intermediate,final certification,teachers and leaders,sociological,in-school control,medical,external and internal control"
    assert unsaid(analyses, "en", *words.split(",")) == []
    assert (
        unsaid(analyses, "kk", *["аралық", "қорытынды", "басшылар", "сауалнама", "мектепішілік", "медициналық", "сыртқы және ішкі"]) == []
    )
    assert "gaps in education and their sources" in analyses.provisions[6].text.en


@pytest.mark.requirement("R083", "R093")
def test_external_control_is_modo_and_state_certification_and_the_tenth_standard_adds_two():
    control, modo = group("secondary", "external_control"), group("secondary", "modo")
    assert (origin(control)[2], origin(modo)) == ("79 89 90", ("control", "authorised_body", "91 92 93 94"))
    assert unsaid(control, "en", "two forms", "MODO", "state certification", "preventive control and unscheduled inspections") == []
    assert control.provisions[3].source == "Guidelines ¶79, standard 10"
    about = [one for one in modo.provisions if one.source == "Guidelines ¶91"]
    assert ["comprehensive test" in about[0].text.en, "authorised body" in about[1].text.en, "filling gaps" in about[2].text.en] == [
        True
    ] * 3


@pytest.mark.requirement("R095", "R096", "R097")
def test_modo_is_held_every_april_in_grades_4_and_9_and_grade_9_reads_in_three_languages():
    modo = {code: [getattr(one.text, code) for one in group("secondary", "modo").provisions] for code in LANGUAGES}
    april = zip(("жыл сайын сәуірде", "каждый год в апреле", "every year in April"), LANGUAGES, strict=True)
    assert [code for said, code in april if said not in modo[code][3]] == []
    assert "Committee for Quality Assurance in Education and Science" in modo["en"][4]
    assert "In grade 4 three areas are tested in the language of instruction: reading, mathematical and natural-science" in modo["en"][5]
    assert "In grade 9 two areas, mathematical and natural-science" in modo["en"][6]
    tongues = {"kk": "қазақ, орыс және ағылшын", "ru": "казахском, русском и английском", "en": "Kazakh, Russian and English"}
    assert [code for code, said in tongues.items() if said not in modo[code][7]] == []
    assert [(modo[code][5].count("4"), modo[code][6].count("9"), modo[code][7].count("9")) for code in LANGUAGES] == [(1, 1, 1)] * 3


@pytest.mark.requirement("R098", "R100")
def test_accreditation_is_an_external_audit_with_four_principles():
    audit, principles = group("secondary", "external_audit"), group("secondary", "accreditation_principles")
    assert (origin(audit)[2], origin(principles)) == ("95 96 97", ("principle", "agency", "99"))
    assert unsaid(audit, "en", "external audit", "joint work", "consistently and transparently, by international") == []
    assert unsaid(principles, "en", "voluntariness", "independence", "payment", "objectivity") == []
    assert unsaid(principles, "ru", "добровольность", "независимость", "платность", "объективность") == []
    assert unsaid(principles, "kk", "еріктілік", "тәуелсіздік", "ақылылық", "объективтілік") == []
    assert unsaid(group("secondary", "audit_material"), "en", "self-assessment report or gathers other material") == []
    assert unsaid(group("secondary", "audit_experts"), "en", "interviews with stakeholders", "report") == []


@pytest.mark.requirement("R101", "R103")
def test_the_audit_yields_three_things_and_accreditation_has_three_purposes():
    results, purposes = group("secondary", "audit_results"), group("secondary", "accreditation_purposes")
    assert (origin(results)[2], origin(purposes)) == ("101", ("task", "agency", "102"))
    assert unsaid(results, "en", "objective information", "eliminating shortcomings", "internal documents") == []
    assert unsaid(purposes, "en", "human rights", "preserve health", "open, honest and fair") == []
    assert "leadership" in purposes.provisions[2].text.en
    assert unsaid(group("secondary", "accreditation_bodies"), "en", "national or international", "drawn up itself") == []


@pytest.mark.requirement("R104", "R105")
def test_the_state_sets_the_minimum_and_three_kinds_of_bodies_answer_for_quality():
    minimum, responsible = group("secondary", "minimum_level"), group("secondary", "state_responsibility")
    assert (origin(minimum), origin(responsible)) == (("rule", "state", "103"), ("rule", "state", "104"))
    assert unsaid(minimum, "en", "approving the state compulsory standards of secondary education and the qualification requirements") == []
    assert unsaid(responsible, "en", "authorised body", "local executive bodies, including the regional methodical rooms") == []


def test_high_risk_may_lead_to_insolvency_and_recovery_and_founders_may_declare_it_themselves():
    risk, insolvency, own = (group("secondary", key) for key in ("risk_assessment", "insolvency", "self_declaration"))
    assert [origin(one)[2] for one in (risk, insolvency, own)] == ["105 106", "107", "108"]
    assert "the state educational standard, the National Qualifications Framework and the qualification requirements" in told(risk)
    words = ("not be fulfilled", "has the right to declare", "recovery procedures", "financial, advisory, regulatory and other")
    assert unsaid(insolvency, "en", *words) == []
    assert unsaid(own, "en", "founder may itself declare", "another interested party") == []


@pytest.mark.requirement("R110", "R111")
def test_local_executive_bodies_have_five_duties_and_methodical_rooms_three():
    bodies, rooms = group("secondary", "local_executive_duties"), group("secondary", "methodical_rooms_duties")
    assert (origin(bodies), origin(rooms)) == (("duty", "local_executive", "109"), ("duty", "methodical_rooms", "110"))
    assert unsaid(bodies, "en", "automated register", "medical", "food", "equipment", "methodological") == []
    assert unsaid(rooms, "en", "rules and norms", "promptly", "parents") == []
