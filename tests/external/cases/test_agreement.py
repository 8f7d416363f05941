"""From the application to the signed contract (S4 1.1-1.3; R222, R223, R233-R235)."""

import pytest
from django.core.management import call_command

from tarazy.external.cases.contract import contract_letter
from tarazy.external.cases.forms import CapabilityReviewForm, ContractForm
from tarazy.external.cases.guards import agency_belongs_to_the_profile_network, agency_works_at_this_level
from tarazy.external.cases.services import open_case
from tarazy.external.procedure.editions import EDITIONS
from tarazy.external.procedure.services import take_step
from tarazy.ground.foundation.errors import Refused
from tests.factories import DAY, make_programme, make_rulebook, make_standards
from tests.factories_cases import make_walk, make_world

pytestmark = pytest.mark.django_db


def review(walk, outcome, **said):
    """The form of the capability review as the head of the agency fills it in."""
    outcomes = walk.case.run.plan.steps["capability_review"].outcomes
    form = CapabilityReviewForm({"outcome": outcome, **said}, case=walk.case, by=walk.cast.agency_head, outcome=outcome, outcomes=outcomes)
    return set(form.errors)


@pytest.mark.requirement("R222")
def test_the_agency_accepts_only_after_it_has_weighed_profile_programmes_policies_and_staff():
    walk = make_walk("school_2026").until("capability_review")

    assert review(walk, "accept", profile=True, staff=True) == {"programmes", "policies"}
    assert review(walk, "accept", profile=True, programmes=True, policies=True, staff=True) == set()
    assert review(walk, "decline", staff=True) == {"reasons"}
    assert review(walk, "decline", reasons="Нет экспертов") == set()


@pytest.mark.requirement("R134", "R063", "R101")
@pytest.mark.parametrize("edition", ["vocational_2026", "school_2026", "preschool_2026"])
def test_an_agency_whose_number_in_the_register_of_recognised_bodies_is_not_recorded_cannot_accept(edition):
    walk = make_walk(edition).until("capability_review")
    agency, said = walk.case.agency, {"by": walk.cast.agency_head, "now": walk.now, "today": walk.today, "data": {"reasons": "Позже"}}
    agency.register_number = ""
    agency.save()

    with pytest.raises(Refused) as refused:
        take_step(walk.case, "capability_review", outcome="accept", **said)
    assert "change_agency, --register-number" in str(refused.value)
    assert walk.case.run.steps.get(key="capability_review").state == "open"
    call_command("change_agency", acronym=agency.acronym, register_number="DEMO-2")
    take_step(walk.case, "capability_review", outcome="accept", **said)
    assert walk.case.run.steps.get(key="capability_review").outcome == "accept"


@pytest.mark.requirement("R134")
def test_an_agency_that_is_not_in_the_register_may_decline():
    walk = make_walk("school_2026").until("capability_review")
    walk.case.agency.register_number = ""
    walk.case.agency.save()
    take_step(
        walk.case,
        "capability_review",
        by=walk.cast.agency_head,
        now=walk.now,
        today=walk.today,
        outcome="decline",
        data={"reasons": "Позже"},
    )
    assert walk.case.run.steps.get(key="capability_review").outcome == "decline"


@pytest.mark.requirement("R222")
def test_what_the_agency_does_not_accredit_cannot_be_accepted_and_a_declined_application_ends_there():
    walk = make_walk("school_2026").until("capability_review")
    walk.case.agency.levels = ["higher"]
    walk.case.agency.save()

    assert "of this level" in agency_works_at_this_level(walk.case, DAY).text
    with pytest.raises(Refused):
        walk.step("capability_review")
    walk.step("capability_review", outcome="decline")
    assert walk.case.run.ended_on is not None
    assert walk.case.records.get(step="capability_review").data["reasons"]


@pytest.mark.requirement("R223")
@pytest.mark.parametrize(
    ("code", "networks", "missing"),
    [
        ("6B10101", [], "WFME"),
        ("7M07101", ["WFME"], "ENAEE"),
        ("6B10101", ["WFME"], ""),
        ("6B01101", [], ""),
    ],
)
def test_programmes_of_a_profile_network_are_accredited_only_by_its_full_members(code, networks, missing):
    case = make_walk("higher_2026", kind="programme").case
    case.agency.networks = networks
    case.programmes.set([make_programme(case.institution, code=code)] if code != "6B01101" else case.programmes.all())

    refusal = agency_belongs_to_the_profile_network(case, DAY)
    assert (missing in refusal.text) if missing else refusal is None
    case.kind = "institutional"
    assert agency_belongs_to_the_profile_network(case, DAY) is None


@pytest.mark.requirement("R234")
def test_only_a_state_owned_organisation_buys_on_the_portal_before_it_signs():
    state = make_walk("school_2026", ownership="state").until("procurement")
    assert "contract" not in state.open_steps()
    private = make_walk("school_2026").until("contract")
    assert "not state-owned" in private.case.run.steps.get(key="procurement").reason


@pytest.mark.requirement("R234")
def test_the_contract_names_rights_and_duties_the_price_the_stages_and_the_programmes():
    walk = make_walk("higher_2026", kind="programme").until("contract")
    form = ContractForm(case=walk.case, by=walk.cast.agency_head)
    data = {"price": form.fields["price"].initial, "report_due_on": walk.days_on(90), "visit_planned_for": walk.days_on(150)}
    blocks = contract_letter(walk.case, number="T-1", data=data, language="en", today=walk.today)["blocks"]

    facts = dict(fact for block in blocks for fact in block.get("facts", ()))
    assert facts["Price"] == "3\xa0000\xa0000.00 KZT"
    assert facts["Stages"] == "Preparation; External evaluation; Decision; Post-accreditation monitoring"
    assert [block["list"] for block in blocks if block["heading"] == "Subject"] == [["6B01101 Pedagogy and psychology"]]
    assert all(len(block["list"]) > 2 for block in blocks if block["heading"] in {"The agency", "The institution"})


@pytest.mark.requirement("R234")
def test_a_contract_that_came_back_is_a_new_version_which_both_confirm_anew():
    walk = make_walk("school_2026").until("contract_institution")
    seen = walk.case.contract.version_id
    walk.step("contract_institution", outcome="return")
    walk.step("contract")

    act = {"by": walk.cast.head, "now": walk.now, "today": walk.today}
    with pytest.raises(Refused, match="changed after you opened"):
        take_step(walk.case, "contract_institution", outcome="confirm", data={"version": seen}, **act)
    assert [version.number for version in walk.case.contract.version.document.versions.all()] == [1, 2]
    assert walk.case.contract.institution_signed_at is None


@pytest.mark.requirement("R234", "R267")
def test_rulebook_and_standards_of_the_day_of_the_contract_are_kept():
    walk = make_walk("school_2026").until("contract_agency")
    newer = make_rulebook(walk.case.agency, in_force_from=walk.today, report_days=33)
    walk.case.standards.is_latest = False
    walk.case.standards.save()
    made = make_standards(level="secondary", key=walk.case.standards.key, version="2")
    walk.step("contract_agency")
    make_rulebook(walk.case.agency, in_force_from=walk.today, report_days=44)

    assert (walk.case.rulebook, walk.case.standards, walk.case.values["report_days"]) == (newer, made, 33)


@pytest.mark.requirement("R235")
def test_an_application_that_was_declined_is_no_work_together():
    declined = make_walk("school_2026").until("capability_review")
    declined.step("capability_review", outcome="decline")
    again = make_walk("school_2026", cast=declined.cast).until("coordinator")
    third = make_walk("school_2026", cast=declined.cast, kind="certification")

    assert [walk.case.is_first_time for walk in (declined, again, third)] == [True, True, False]


@pytest.mark.requirement("R233")
def test_a_case_is_not_opened_twice_nor_with_programmes_of_others():
    cast = make_world("higher_2026")
    institution, agency = cast.head.body.institution, cast.agency_head.body.agency
    module = EDITIONS["higher_2026"]
    how = {"plan": module.PLAN, "standards_key": module.STANDARDS, "institution": institution, "agency": agency, "by": cast.head}
    walk = make_walk("higher_2026", cast=cast)
    elsewhere = make_programme(make_world("higher_2026").head.body.institution)
    for wrong in ({"kind": "institutional"}, {"kind": "programme"}, {"kind": "programme", "programmes": [elsewhere]}):
        with pytest.raises(Refused):
            open_case(**how, **wrong, now=walk.now, today=walk.today)
    assert institution.cases.count() == 1
