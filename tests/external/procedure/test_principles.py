"""What holds of every edition: who applies, what it may be for, its steps and their order, what everybody may read."""

import pytest
from django.urls import reverse
from django.utils import translation

from tarazy.external.cases.services import open_case
from tarazy.external.procedure.editions import EDITIONS
from tarazy.ground.foundation.errors import NotYours
from tarazy.ground.workflow.check import check_plan
from tarazy.reference.agencies.rulebook import RULES
from tests.factories_cases import make_walk, make_world

BEGINNING = [
    *("application", "capability_review", "procurement", "contract", "contract_institution", "contract_agency", "coordinator"),
    *("preliminary_visit", "seminar", "self_assessment_first", "technical_review", "self_assessment_final"),
]
EVALUATION = [
    *("panel", "declarations", "panel_announced", "challenge_window", "challenge_ruling", "appointment_order", "materials", "webinar"),
    *("visit_programme", "programme_agreed", "briefing", "site_visit", "evaluation_report", "factual_check", "factual_answers"),
]
DECISION = [
    *("conclusion", "presentation", "council_agenda", "council_vote", "council_decision", "notice", "appeal_window"),
    *("appeal_ruling", "certificate", "publication", "ministry"),
]
MONITORING = ["action_plan", "interim_report", "monitoring_review", "renewal"]


@pytest.mark.requirement("R240", "R255", "R262", "R264")
@pytest.mark.parametrize("key", EDITIONS)
def test_every_edition_has_the_steps_of_its_procedure_in_their_order(key):
    higher = key == "higher_2026"
    audit, deqar = (["preliminary_audit"], ["deqar"]) if higher else ([], [])

    assert list(EDITIONS[key].PLAN.steps) == [*BEGINNING, *audit, *EVALUATION, *DECISION, *deqar, *MONITORING]


@pytest.mark.requirement("R061", "R133", "R193")
def test_each_level_is_accredited_in_its_own_ways():
    assert {key: [str(kind) for kind in module.KINDS] for key, module in EDITIONS.items()} == {
        "higher_2026": ["institutional", "programme"],
        "vocational_2026": ["institutional", "programme"],
        "school_2026": ["institutional"],
        "preschool_2026": ["institutional"],
        "additional_2026": ["institutional", "certification"],
    }


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("key", EDITIONS)
def test_every_edition_is_said_in_three_languages_and_knows_its_rulebook(key, language):
    def whole(text):
        with translation.override("en"):
            english = str(text)
        with translation.override(language):
            return str(text) != english

    check_plan(EDITIONS[key].PLAN, known_values=RULES, whole=whole)


@pytest.mark.django_db
@pytest.mark.requirement("R062", "R100", "R269")
def test_accreditation_is_voluntary_only_the_institution_itself_applies():
    cast, stranger = make_world("school_2026"), make_world("school_2026")
    module = EDITIONS["school_2026"]
    walk = make_walk("school_2026", cast=stranger)
    for by in (cast.agency_head, cast.coordinator, stranger.head):
        with pytest.raises(NotYours):
            open_case(
                plan=module.PLAN,
                standards_key=module.STANDARDS,
                institution=cast.head.body.institution,
                agency=cast.agency_head.body.agency,
                kind="institutional",
                by=by,
                now=walk.now,
                today=walk.today,
            )
    assert not cast.head.body.institution.cases.exists()


@pytest.mark.django_db
@pytest.mark.requirement("R135", "R270")
@pytest.mark.parametrize("key", EDITIONS)
def test_everybody_reads_how_it_works_with_who_acts_and_the_source_of_each_step(client, key):
    client.cookies["django_language"] = "en"
    page = client.get(reverse("procedure:edition", args=[key]))

    assert page.status_code == 200
    steps = [step for stage in page.context["stages"] for step in stage["steps"]]
    assert [step["key"] for step in steps] == list(EDITIONS[key].PLAN.steps)
    assert all(step["who"] and step["source"] for step in steps)


@pytest.mark.django_db
@pytest.mark.requirement("R099", "R102", "R247", "R264")
def test_the_council_decides_on_the_sealed_report_the_visit_and_the_panels_findings():
    case = make_walk("vocational_2026").until("council_vote").case
    pack = case.questions.get().pack

    assert pack["submission"] == case.reports_received.get(step="self_assessment_final").submission.seal
    assert case.visit_sessions.count() >= 3
    kinds = {finding.kind for judgement in case.report.judgements.all() for finding in judgement.findings.all()}
    assert kinds == {"remark", "recommendation", "good_practice"}
    assert pack["report"] == case.report.document.latest.sha256
    assert pack["conclusion"]["proposes"] == "accredited"
