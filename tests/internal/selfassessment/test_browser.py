"""The editor in a real browser: it saves by itself, keeps what could not be sent, and merges two texts."""

import pytest
from django.test import Client

from tarazy.internal.selfassessment import services
from tests.factories import NOW
from tests.internal.selfassessment.conftest import make_college
from tests.internal.selfassessment.test_editor import address
from tests.internal.selfassessment.test_services import said

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def editor(chromium, live_server):
    """Opens the first criterion as the quality officer; gives the page, its college and the first answer."""
    college, contexts = make_college(), []
    client = Client()
    client.force_login(college.officer.person)
    cookies = {"sessionid": client.cookies["sessionid"].value, "django_language": "en"}

    def opened(**options):
        contexts.append(chromium.new_context(**options))
        contexts[-1].add_cookies([{"name": name, "value": value, "url": live_server.url} for name, value in cookies.items()])
        page = contexts[-1].new_page()
        page.goto(live_server.url + address(college))
        return page, college, college.answers[0]

    yield opened
    for context in contexts:
        context.close()


def saved_as(page, revision):
    page.wait_for_selector(f'#id_revision[value="{revision}"]', state="attached")


def test_a_text_saves_itself_and_the_tree_follows(editor):
    page, _college, answer = editor()
    page.check("input[name=rating][value=full]")
    page.fill("#id_text", "Nobody pressed a button.")
    saved_as(page, 1)
    answer.refresh_from_db()

    assert (answer.rating, answer.text) == ("full", "Nobody pressed a button.")
    assert page.inner_text("#branch-count") == "1/2"
    assert "Saved at" in page.inner_text("#saved")
    assert page.evaluate("localStorage.length") == 0


def test_two_writers_see_both_texts_and_merge_them(editor):
    page, college, answer = editor()
    services.write_answer(answer, **said(text="Theirs"), by=college.head, now=NOW)
    page.fill("#id_text", "Mine")
    page.click("#unsaved button")
    page.wait_for_selector("#conflict-h")
    both = page.inner_text(".pair")
    page.fill("#id_text", "Theirs and mine")
    page.click("button[value=save]")
    page.wait_for_selector("#answer[data-keep]")
    answer.refresh_from_db()

    assert "Theirs" in both
    assert "Mine" in both
    assert (answer.text, page.input_value("#id_text")) == ("Theirs and mine", "Theirs and mine")


def test_what_is_written_without_a_connection_is_kept_on_the_device_and_sent_later(editor):
    page, _college, answer = editor()
    page.context.set_offline(True)
    page.fill("#id_text", "Written in a tunnel")
    page.wait_for_selector("#unsaved .notice")
    page.context.set_offline(False)
    page.reload()
    saved_as(page, 1)
    answer.refresh_from_db()

    assert answer.text == "Written in a tunnel"


def test_all_of_it_works_without_javascript(editor):
    page, _college, answer = editor(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page.check("input[name=rating][value=partial]")
    page.fill("#id_text", "By hand")
    page.click("button[value=next]")
    answer.refresh_from_db()

    assert (answer.rating, answer.text) == ("partial", "By hand")
    assert page.inner_text("h1") == "Criterion 1.2"
    page.click(".editor-bar .tree-button")
    page.click("#tree a[href$='/1/1.1/']")
    assert page.input_value("#id_text") == "By hand"
