"""From the closed ballot to the notice: what is recorded, what is refused."""

from datetime import date, timedelta

import pytest

from tarazy.external.cases.models import CaseDocument
from tarazy.external.decisions import guards, services
from tarazy.ground.foundation.errors import Refused
from tests.factories import DAY, NOW


def sides_of_paper(case, step):
    return set(CaseDocument.objects.get(case=case, step=step).sides)


@pytest.mark.requirement("R251")
def test_quorum_and_majority_are_the_rulebooks(scene):
    scene.conclude()
    question = scene.put()
    for place in range(3):
        scene.vote(place)
    assert guards.quorum_is_reached(scene.case, DAY) is not None  # 67 % of five are four
    scene.vote(3)

    assert guards.quorum_is_reached(scene.case, DAY) is None
    assert guards.majority_stands_behind_one_outcome(scene.case, DAY) is None
    question.ballots.filter(seat__in=[seat.pk for seat in scene.seats[:2]]).update(vote="refused")
    assert guards.majority_stands_behind_one_outcome(scene.case, DAY) is not None


@pytest.mark.requirement("R251")
def test_the_decision_follows_from_the_votes_with_its_term_and_minutes(scene):
    decision = scene.decided("accredited", "accredited", "accredited", "conditional", "refused")

    assert (decision.outcome, decision.differs) == ("accredited", False)
    assert (decision.valid_from, decision.valid_until) == (DAY, date(2031, 3, 2))
    assert decision.tally == {
        "members": 5, "recused": 0, "present": 5, "quorum": 4, "majority": 3, "votes": {"accredited": 3, "conditional": 1, "refused": 1},
    }  # fmt: skip
    assert sides_of_paper(scene.case, "council_decision") == {"agency", "council", "appeals"}
    assert decision.minutes.latest.media_type == "application/pdf"


@pytest.mark.requirement("R251")
def test_an_outcome_that_differs_from_the_conclusion_needs_written_grounds(scene):
    scene.conclude("accredited")
    scene.put()
    scene.all_vote(*["conditional"] * 5)
    with pytest.raises(Refused):
        scene.decide()
    assert not scene.case.decisions.exists()

    decision = scene.decide(grounds="Два замечания касаются безопасности.")

    assert (decision.outcome, decision.differs, decision.valid_until) == ("conditional", True, date(2027, 3, 2))


def test_a_refusal_has_no_term(scene):
    decision = scene.decided(*["refused"] * 5, proposes="refused")

    assert (decision.valid_from, decision.valid_until) == (None, None)


def test_a_decision_is_not_recorded_before_its_session(scene):
    scene.conclude()
    scene.put(held_on=DAY + timedelta(days=3))
    scene.all_vote(*["accredited"] * 5)

    with pytest.raises(Refused):
        scene.decide()


@pytest.mark.requirement("R251")
def test_without_a_decision_the_case_goes_to_another_session_with_the_recusals_kept(scene):
    scene.conclude()
    scene.put()
    for place, vote in enumerate(["accredited", "accredited", "refused", "refused"]):
        scene.vote(place, vote)
    services.record_ballot(scene.act("council_vote", scene.seats[4].appointment, "recuse", reason="Мой родственник учится здесь."))
    assert scene.decide(outcome="adjourn", grounds="Голоса разделились.") is None

    second = scene.put(round=2)

    assert scene.case.records.get(step="council_decision").data["grounds"] == "Голоса разделились."
    assert second.ballots.get(recused=True).reason_said == "Мой родственник учится здесь."
    assert second.ballots.waiting().count() == 4
    assert scene.case.participations.live().filter(owes="council_vote").count() == 4


@pytest.mark.requirement("R252")
def test_the_notice_is_a_letter_in_the_institutions_language_that_the_panel_does_not_get(scene):
    scene.rector.person.language = "kk"
    scene.rector.person.save()
    decision = scene.told()

    assert decision.told_at == NOW
    assert decision.notice.latest.language == "kk"
    assert sides_of_paper(scene.case, "notice") == {"institution", "agency", "council", "appeals"}


def test_a_decision_after_an_appeal_replaces_the_one_set_aside(scene):
    first = scene.told()
    first.set_aside_at = NOW
    first.save()
    scene.put(round=2)
    scene.all_vote(*["conditional"] * 5, round=2)

    second = scene.decide(grounds="Апелляция.", round=2)

    assert second.replaces == first
    assert second.question.round == 2
