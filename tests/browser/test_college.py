"""A college from the application to the public register, each act by the person whose act it is, through the pages."""

import pytest

from tests.browser import deciding, evaluating, preparing
from tests.factories import PASSWORD

pytestmark = pytest.mark.browser


@pytest.mark.requirement("R061", "R098", "R133", "R233", "R235", "R237", "R243", "R248", "R251", "R254", "R261", "R262", "R265")
def test_a_college_from_the_application_to_the_register(stage):
    play = stage("vocational_2026", language="ru")
    play.stranger(play.cast.head).sign_in(PASSWORD)
    play.stranger(play.cast.coordinator).sign_in(PASSWORD)

    preparing.prepare(play, rework_of="1")
    evaluating.evaluate(play, challenged="academic")

    deciding.conclude(play)
    deciding.put_on_agenda(play)
    deciding.vote(play, "accredited", "accredited", "accredited", "conditional", "accredited")
    deciding.decide(play)
    play.head.takes("appeal_window", outcome="accept")
    deciding.publish(play)

    report = deciding.found_by_the_public(play)
    assert report.count(evaluating.RIGHT) == 2  # in the text and in the list of corrections, where alone the mistake stands
    assert report.count(evaluating.MISTAKE) == 1
    deciding.first_duties(play)
    assert len({person.appointment.person_id for person in play.people.values()}) >= 8
