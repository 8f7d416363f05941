"""Signing in and taking a step with the keyboard alone: Tab, Space, Enter and letters."""

import pytest
from playwright.sync_api import expect

from tests.factories import PASSWORD

pytestmark = pytest.mark.browser
ENOUGH = 80  # presses of Tab; whoever needs more on these pages is lost


def reach(page, selector):
    """Press Tab until an element that matches `selector` has the focus, visibly."""
    for _press in range(ENOUGH):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            assert page.evaluate("() => document.activeElement.matches(':focus-visible')")
            return
    pytest.fail(f"{selector} is not reached by Tab on {page.url}")


def enter(page, selector):
    """Reach a link or a button and follow it."""
    reach(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_sign_in_then_desk_case_step_and_submit_by_keyboard_alone(stage):
    play = stage("school_2026", language="en", until="capability_review")
    person = play.stranger(play.cast.agency_head)
    page = person.page
    person.go("/accounts/login/")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.matches('a.skip')")
    page.keyboard.press("Enter")
    reach(page, 'input[name="login"]')
    page.keyboard.type(person.appointment.person.email)
    reach(page, 'input[name="password"]')
    page.keyboard.type(PASSWORD)
    enter(page, 'main button[type="submit"]')
    expect(page).to_have_url(play.address + "/desk/")

    enter(page, f'table a[href="{play.page_of("procedure:case")}"]')
    enter(page, f'.move a[href="{play.path_of("capability_review")}"]')
    reach(page, 'input[name="outcome"]')
    page.keyboard.press("Space")
    for name in ("profile", "programmes", "policies", "staff"):
        reach(page, f'input[name="{name}"]')
        page.keyboard.press("Space")
    reach(page, 'textarea[name="reasons"]')
    page.keyboard.type("We have experts for schools.")
    enter(page, 'main form button[type="submit"]')

    expect(page).to_have_url(play.address + play.page_of("procedure:case"))
    assert play.row("capability_review").outcome == "accept"
    assert play.case.records.get(step="capability_review").data["reasons"] == "We have experts for schools."
