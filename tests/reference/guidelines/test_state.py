"""What the state and the organisation answer for: own policies, risk, recovery, the national database."""

import pytest

from tests.reference.guidelines.reading import group, origin, told, unsaid


def test_kindergartens_and_schools_draw_up_their_policy_and_standards_themselves():
    preschool, secondary = group("preschool", "own_policy_and_standards"), group("secondary", "own_system")
    assert origin(preschool)[2] == "51 53"
    assert "draws up its policy and standards of internal quality assurance itself" in told(preschool)
    assert "draws up itself" in told(secondary)


def test_a_school_system_at_high_risk_may_be_declared_insolvent_and_is_helped_to_recover():
    risk, insolvency, own = (group("secondary", key) for key in ("risk_assessment", "insolvency", "self_declaration"))
    assert (origin(risk), origin(insolvency), origin(own)) == (
        ("rule", "authorised_body", "105 106"),
        ("rule", "authorised_body", "107"),
        ("rule", "organisation", "108"),
    )
    assert "the state educational standard, the National Qualifications Framework" in told(risk)
    assert unsaid(insolvency, "en", "contract", "has the right to declare", "recovery", "financial, advisory, regulatory") == []
    assert unsaid(own, "en", "founder", "authorised body") == []


@pytest.mark.parametrize(("level", "paragraph"), [("preschool", "73"), ("secondary", "111")])
def test_the_state_watches_the_system_by_the_national_database(level, paragraph):
    watched = group(level, "state_monitoring")
    assert origin(watched) == ("control", "state", paragraph)
    assert "National Educational Database" in told(watched)


def test_the_system_is_measured_and_its_tools_give_valid_data_at_three_levels():
    assert unsaid(group("general", "system_mechanisms"), "en", "together", "two purposes", "measuring", "valid data", "interlinked") == []
