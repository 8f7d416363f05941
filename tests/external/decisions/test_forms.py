"""The vote's form asks each person only for what they may do."""

from tarazy.external.decisions.forms import CouncilAgendaForm, CouncilDecisionForm, CouncilVoteForm
from tarazy.external.procedure.editions.higher_2026 import PLAN

OUTCOMES = PLAN.steps["council_vote"].outcomes


def vote_form(scene, by, **data):
    return CouncilVoteForm(data, case=scene.case, by=by, outcome=data.get("outcome", ""), outcomes=OUTCOMES)


def test_a_member_votes_or_steps_aside_and_the_secretary_notes_absences(scene):
    scene.conclude()
    ballot = scene.put().ballots.first()
    member, secretary = scene.seats[0].appointment, scene.secretary

    assert [key for key, _title in vote_form(scene, member).fields["outcome"].choices] == ["vote", "recuse"]
    assert vote_form(scene, member, outcome="vote", vote="accredited").is_valid()
    assert not vote_form(scene, member, outcome="vote").is_valid()
    assert not vote_form(scene, member, outcome="recuse", reason="").is_valid()
    assert not vote_form(scene, member, outcome="absent", member=ballot.pk).is_valid()
    absent = vote_form(scene, secretary, outcome="absent", member=ballot.pk)
    assert absent.is_valid()
    assert absent.cleaned_data["member"] == ballot
    assert not vote_form(scene, secretary, outcome="vote", vote="accredited").is_valid()


def test_a_new_session_needs_a_number_and_a_day_to_come(scene):
    form = CouncilAgendaForm({"number": "", "held_on": "2020-01-01"}, case=scene.case, by=scene.secretary)

    assert set(form.errors) == {"number", "held_on"}


def test_a_differing_decision_asks_for_its_grounds(scene):
    scene.conclude("accredited")
    scene.put()
    scene.all_vote(*["refused"] * 5)

    assert set(CouncilDecisionForm({}, case=scene.case, by=scene.secretary, outcome="decide").errors) == {"grounds"}
    assert CouncilDecisionForm({"grounds": "Причины."}, case=scene.case, by=scene.secretary, outcome="decide").is_valid()
