"""Quality in technical and vocational education: values, trends, tasks, internal assessment, control, who does what."""

import pytest

from tests.reference.guidelines.reading import group, origin, told, unsaid


@pytest.mark.requirement("R114")
def test_colleges_have_seven_values_twelve_trends_and_a_policy_of_their_own():
    values, trends, policy = (group("vocational", key) for key in ("values", "trends", "own_policy"))
    assert (origin(values), len(values.provisions)) == (("value", "everyone", "113"), 7)
    assert (origin(trends), len(trends.provisions)) == (("priority", "everyone", "114"), 12)
    for word in ("inclusive", "dual", "digital", "WorldSkills"):
        assert word.lower() in told(trends).lower(), word
    assert origin(policy)[2] == "117 118 119"
    assert "own policy and standards" in told(policy)


@pytest.mark.requirement("R115", "R116")
def test_a_college_improves_from_feedback_and_has_sixteen_tasks():
    improvement, tasks = group("vocational", "improvement"), group("vocational", "tasks")
    assert "feedback" in told(improvement)
    assert (origin(tasks), len(tasks.provisions)) == (("task", "organisation", "116"), 16)
    for word in ("satisf", "accreditation", "financ", "citizen"):
        assert word in told(tasks).lower(), word


@pytest.mark.requirement("R126", "R127", "R128")
def test_internal_assessment_has_six_methods_four_groups_of_rules_and_a_written_result():
    regulations, methods, results = (group("vocational", key) for key in ("regulations", "assessment_methods", "assessment_results"))
    assert unsaid(regulations, "en", "Organisational and legal", "Administrative", "Planning and reporting", "information") == []
    assert (origin(methods), len(methods.provisions)) == (("method", "organisation", "121"), 6)
    for word in ("demonstration", "documents", "classes", "open lessons", "practice", "survey"):
        assert word in told(methods).lower(), word
    assert "spravka" in told(results)
    assert "council" in told(results).lower()


@pytest.mark.requirement("R129", "R130", "R131")
def test_external_control_is_modo_certification_of_staff_and_state_certification():
    control, modo, staff = (group("vocational", key) for key in ("external_control", "modo", "staff_certification"))
    assert origin(control) == ("control", "state", "123 124")
    for word in ("MODO", "teachers", "State certification"):
        assert word in told(control), word
    assert "region" in told(modo)
    assert "categor" in told(staff)


@pytest.mark.requirement("R132")
@pytest.mark.parametrize(("language", "words"), [("en", "five years"), ("ru", "пять лет"), ("kk", "бес жыл")])
def test_state_certification_of_a_college_comes_once_in_five_years(language, words):
    said = told(group("vocational", "state_certification"), language)
    assert words in said


@pytest.mark.requirement("R132")
def test_a_college_of_any_owner_is_certified_by_the_department_through_preventive_control():
    named = ("Whatever its form of ownership", "department of the authorised body", "territorial divisions", "preventive control")
    assert [one for one in named if one not in told(group("vocational", "state_certification"))] == []


@pytest.mark.requirement("R138")
def test_accreditation_minimum_level_risk_and_insolvency_are_told_with_their_paragraphs():
    assert origin(group("vocational", "accreditation"))[2] == "128 129 130 131 132"
    assert "international" in told(group("vocational", "accreditation"))
    minimum = group("vocational", "minimum_level")
    assert origin(minimum)[2] == "133 134"
    assert "state compulsory standards of TVET and qualification requirements" in told(minimum)
    assert "WorldSkills" in told(group("vocational", "risk"))
    assert "recovery" in told(group("vocational", "insolvency"))
    assert "founder" in told(group("vocational", "self_declaration"))


@pytest.mark.requirement("R139", "R143", "R144")
def test_local_bodies_have_four_duties_methodical_rooms_three_and_the_state_watches_the_indicators():
    local, rooms, state = (group("vocational", key) for key in ("local_executive_duties", "rooms_duties", "state_monitoring"))
    assert (origin(local), len(local.provisions)) == (("duty", "local_executive", "139"), 4)
    assert (origin(rooms), len(rooms.provisions)) == (("duty", "methodical_rooms", "140"), 3)
    assert unsaid(local, "en", "how many qualified workers", "state educational order", "equip", "medical care and meals") == []
    assert unsaid(rooms, "en", "delivery of educational programmes", "technologies, methods", "qualification") == []
    bodies = ("authorised body", "local executive bodies", "regional educational-methodical rooms (centres)")
    assert [one for one in bodies if one not in told(group("vocational", "minimum_level"))] == []
    assert "National Educational Database" in told(state)
