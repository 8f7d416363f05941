"""A teacher whose browser runs no JavaScript finds the standards on inclusion with the keyboard alone."""

from io import StringIO

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from tests.browser.test_keyboard import enter, reach

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def teacher(chromium, live_server):
    """A page of somebody who reads Kazakh, on a platform with the whole library."""
    for command in ("load_standards", "load_guidelines"):
        call_command(command, stdout=StringIO())
    context = chromium.new_context(java_script_enabled=False)
    context.add_cookies([{"name": "django_language", "value": "kk", "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{live_server.url}/standards/")
    yield page
    context.close()


def look_for(page, word):
    """Type the word into the search field and narrow what is found to standards, by Tab and Enter; gives where that leads.

    What was narrowed once stays narrowed for the next word.
    """
    reach(page, "main input[name=q]")
    page.keyboard.press("Control+a")
    page.keyboard.type(word)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    if "kind=standard" not in page.url:
        enter(page, ".facet a[href*='kind=standard']")
    return {link.get_attribute("href") for link in page.locator(".found a").all()}


@pytest.mark.requirement("R050", "R084", "R125", "R159", "R192", "R209")
def test_inclusion_is_found_by_tab_and_enter_in_three_languages_without_javascript(teacher):
    russian, english, kazakh = (look_for(teacher, word) for word in ("инклюзия", "inclusion", "инклюзивтілік"))
    expect(teacher.locator("html")).not_to_have_attribute("class", "js")
    assert russian == english
    assert kazakh <= russian  # texts that speak of inclusion need not speak of what is inclusive
    assert {"preschool_internal", "secondary_internal", "teacher_education"} <= {address.split("/")[2] for address in kazakh}

    enter(teacher, ".found a")
    expect(teacher.locator("main")).to_contain_text("нклюзи")
    expect(teacher.locator("html")).to_have_attribute("lang", "kk")
