"""What a side must not learn before its time, on the pages where it would be easiest to see."""

import pytest

from tarazy.external.cases.rules import sides_of
from tarazy.external.cases.states import Duty
from tarazy.external.decisions.wording import outcome_with_term
from tarazy.external.procedure.casepage import CasePage
from tarazy.external.reviews.models import Judgement
from tarazy.external.reviews.queries.report import context_evaluation_report
from tarazy.ground.people.middleware import CHOSEN
from tarazy.site.demo.evaluation_scenes import evaluation_report
from tests.factories_cases import make_walk

pytestmark = pytest.mark.django_db


def looking(client, appointment):
    client.force_login(appointment.person)
    session = client.session
    session[CHOSEN] = appointment.pk
    session.save()
    return client


def chair_of(case):
    return case.participations.live().get(duty=Duty.CHAIR).appointment


@pytest.mark.requirement("R224", "R252")
def test_before_the_notice_no_later_step_tells_the_institution_or_the_panel_what_was_decided(client, clock_at):
    walk = make_walk(decided="conditional").until("notice")
    case = walk.case
    decision = case.decisions.get()
    told = {str(decision.get_outcome_display()), str(outcome_with_term(case, decision.outcome))}
    clock_at(walk)
    for reader in (walk.cast.head, walk.cast.officer, chair_of(case)):
        looking(client, reader)
        page = CasePage(case, reader=reader, sides=sides_of(reader, case), today=walk.today)
        for key in page.plan.steps:
            if page.may_open(key):
                shown = client.get(f"/cases/{case.number}/steps/{key}/").content.decode()
                assert not any(word in shown for word in told), (reader.role, key)


@pytest.mark.requirement("R224")
def test_draft_judgements_and_findings_stay_with_the_panel_until_the_chair_signs(client):
    walk = make_walk("vocational_2026").until("evaluation_report")
    evaluation_report(walk, "done", lambda *_by, **_data: None)
    inside = {
        role: len(context_evaluation_report(walk.case, who)["rows"])
        for role, who in (("coordinator", walk.cast.coordinator), ("chair", chair_of(walk.case)))
    }

    assert Judgement.objects.filter(report__case=walk.case).exclude(level="").count() == inside["chair"] > 0
    assert inside["coordinator"] == 0
    for reader in (walk.cast.coordinator, walk.cast.head):
        assert looking(client, reader).get(f"/cases/{walk.case.number}/plan/").status_code == 404
