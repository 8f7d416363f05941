"""A university, state-owned, in Kazakh: the council differs from the conclusion, an appeal is upheld, it decides again.

On the way its report comes back once, an expert is replaced after a challenge, and a wrong number is corrected.
"""

import pytest
from playwright.sync_api import expect

from tests.browser import deciding, evaluating, preparing
from tests.factories import PASSWORD

pytestmark = pytest.mark.browser
GROUNDS = "Түлектерден сауалнама алынбайды, сондықтан шартпен."


@pytest.mark.requirement("R061", "R172", "R226", "R233", "R234", "R240", "R243", "R248", "R251", "R253", "R254", "R255")
def test_a_university_from_the_application_to_the_register(stage):
    play = stage("higher_2026", language="kk", ownership="state")
    play.stranger(play.cast.officer).sign_in(PASSWORD)
    play.stranger(play.cast.secretary).sign_in(PASSWORD)

    preparing.prepare(play, procurement=True, rework_of="1")
    preparing.visited(play, "preliminary_audit")
    evaluating.evaluate(play, challenged="international")

    deciding.conclude(play)
    deciding.put_on_agenda(play)
    recused = deciding.recuse(play)
    deciding.vote(play, "conditional", "conditional", "conditional", "accredited")
    _is_refused_without_grounds(play)
    deciding.decide(play, grounds=GROUNDS)
    play.head.go(play.page_of("decisions:decision"))
    expect(play.head.page.locator("main")).to_contain_text(GROUNDS)

    deciding.appeal(play, "uphold")
    deciding.put_on_agenda(play)
    recused.finds_no("council_vote")
    deciding.vote(play, "accredited", "accredited", "accredited", "accredited")
    deciding.decide(play)
    play.head.takes("appeal_window", outcome="accept")
    deciding.publish(play, deqar=True)

    assert play.institution.name.said_in("kk")[0] in deciding.found_by_the_public(play)
    deciding.first_duties(play)
    assert len({person.appointment.person_id for person in play.people.values()}) >= 8


def _is_refused_without_grounds(play):
    """The decision differs from the conclusion: without written grounds the page comes back with what is missing."""
    secretary = play.secretary
    secretary.finds("council_decision")
    form = secretary.page.locator('main form:has(input[name="round"])')
    secretary.fill(form, outcome="decide")
    secretary.submit(form)
    expect(secretary.page.locator(".error-summary a")).to_have_attribute("href", "#id_grounds")
