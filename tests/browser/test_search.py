"""A teacher looks for inclusion in three languages and finds the same standards, by mouse, by keyboard and without JavaScript."""

import pytest
from django.core.management import call_command

from tarazy.ground.foundation import clock
from tarazy.reference.standards import services

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = {"kk": "инклюзия", "ru": "инклюзия", "en": "inclusion"}


@pytest.fixture
def library(live_server):
    """The address of a platform with the whole library."""
    services.load_all(now=clock.now())
    call_command("load_guidelines")
    return live_server.url


def reader(chromium, library, language, **options):
    """A page of somebody who reads this language."""
    context = chromium.new_context(**options)
    context.add_cookies([{"name": "django_language", "value": language, "url": library}])
    return context.new_page()


def found(page):
    """Where what was found leads, in its order."""
    return [link.get_attribute("href") for link in page.locator(".found a").all()]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_one_word_in_any_language_leads_to_the_same_standards(chromium, library, language):
    page = reader(chromium, library, language)
    leads = {}
    for word in sorted(set(WORDS.values())):
        page.goto(f"{library}/standards/")
        page.locator("input[name=q]").fill(word)
        page.locator("form.filters button[type=submit]").click()
        page.locator(".facet a[href*='kind=standard']").click()
        page.wait_for_url("**kind=standard**")
        leads[word] = found(page)
    page.context.close()
    assert leads["инклюзия"] == leads["inclusion"] != []
    assert any(link.startswith("/standards/teacher_education/") for link in leads["inclusion"])


def test_a_keyboard_is_enough(chromium, library):
    page = reader(chromium, library, "ru")
    page.goto(f"{library}/standards/")
    page.locator("input[name=q]").focus()
    page.keyboard.type("balabaqsha")
    page.keyboard.press("Enter")
    page.wait_for_url("**/standards/find/**")
    assert any("preschool" in link for link in found(page))
    page.locator(".found a").first.focus()
    wanted = page.locator(".found a").first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{wanted}")
    page.context.close()


def test_it_works_without_javascript(chromium, library):
    page = reader(chromium, library, "kk", java_script_enabled=False)
    page.goto(f"{library}/standards/find/?q=акредитация")
    assert found(page)
    page.context.close()
