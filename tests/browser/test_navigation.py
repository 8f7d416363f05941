"""On a desk's screen the navigation has one line, also for those who have the most places to go, in the longest language."""

import pytest

pytestmark = pytest.mark.browser

ONE_LINE = """() => new Set([...document.querySelectorAll('#nav li')].map(one => Math.round(one.getBoundingClientRect().top))).size"""


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_navigation_of_an_agency_has_one_line_at_1440_pixels(stage, language):
    play = stage("school_2026", language=language, until="capability_review")
    for person in (play.agency_head, play.coordinator):
        person.page.set_viewport_size({"width": 1440, "height": 900})
        for path in ("/desk/", "/drafts/", "/guidelines/"):
            person.go(path)
            assert person.page.evaluate(ONE_LINE) == 1, (person.appointment.role, path)
