"""From the application to the contract and the first report without a line of JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.browser import preparing
from tests.factories import PASSWORD

pytestmark = pytest.mark.browser


@pytest.mark.requirement("R061", "R233", "R234")
def test_the_first_stage_without_javascript(stage):
    play = stage("additional_2026", language="en", javascript=False)
    play.stranger(play.cast.head).sign_in(PASSWORD)

    preparing.apply(play)
    preparing.agree(play)
    preparing.start(play)
    preparing.write_report(play)

    play.coordinator.finds("technical_review")
    assert play.row("contract_agency").state == "done"
    expect(play.coordinator.page.locator("html")).not_to_have_attribute("class", "js")
