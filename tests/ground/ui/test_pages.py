"""The frame of every page: languages, theme, errors, the style guide."""

import re
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import get_template
from django.test import RequestFactory
from django.utils import translation

from tarazy.ground.foundation.text import Text
from tarazy.ground.ui import bundle, errors, examples, signs
from tarazy.ground.ui.middleware import LanguageMiddleware

LANGUAGES = ("kk", "ru", "en")


@pytest.fixture
def request_of_nobody():
    request = RequestFactory().get("/nowhere/")
    request.user = AnonymousUser()
    request.acting = None
    return request


def test_the_language_switch_keeps_the_path_and_the_rest_of_the_query(client):
    response = client.get("/ui/lists/?page=2&lang=kk&q=%D3%A9%D2%A3&q=b")

    assert response.status_code == 302
    assert response.headers["Location"] == "/ui/lists/?page=2&q=%D3%A9%D2%A3&q=b"
    assert response.cookies["django_language"].value == "kk"


def test_the_chosen_language_holds_on_the_next_page(client):
    client.get("/ui/?lang=kk")

    response = client.get("/ui/moves/")

    assert '<html lang="kk"' in response.text
    assert "Кезек сізде" in response.text


def test_a_reader_without_a_choice_reads_russian(client):
    assert '<html lang="ru"' in client.get("/ui/").text


def test_an_unknown_language_changes_nothing_and_leaves_the_address_clean(client):
    response = client.get("/ui/?lang=de")

    assert response.headers["Location"] == "/ui/"
    assert "django_language" not in response.cookies


def test_the_switch_never_leads_to_another_host():
    request = RequestFactory().get("/?lang=en", PATH_INFO="//elsewhere.example/")
    request.path = request.path_info = "//elsewhere.example/"

    assert LanguageMiddleware(lambda _request: None)(request).headers["Location"] == "/elsewhere.example/"


def test_a_chosen_theme_is_kept_and_given_back_to_the_system(client):
    client.get("/ui/?theme=dark")
    assert 'data-theme="dark"' in client.get("/ui/").text

    client.get("/ui/?theme=auto")
    assert "data-theme" not in client.get("/ui/").text


def test_the_links_of_the_switch_keep_the_query(client):
    assert 'href="?page=3&amp;lang=en"' in client.get("/ui/lists/?page=3").text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("page", "status"),
    [
        (errors.bad_request, 400),
        (errors.permission_denied, 403),
        (errors.csrf_failure, 403),
        (errors.page_not_found, 404),
        (errors.conflict, 409),
        (errors.too_large, 413),
        (errors.unprocessable, 422),
    ],
)
def test_an_error_page_speaks_the_readers_language_and_leads_on(request_of_nobody, page, status, language):
    with translation.override(language):
        response = page(request_of_nobody)
        heading = re.search(r"<h1>(.+?)</h1>", response.text)[1]

    assert response.status_code == status
    assert f'<html lang="{language}"' in response.text
    assert (heading.isascii()) == (language == "en")
    assert 'href="/"' in response.text


def test_a_request_larger_than_any_form_is_answered_before_it_is_read(client, settings):
    settings.DOCUMENT_MAX_BYTES, settings.REQUEST_MAX_BYTES = 1024**2, 1000
    client.cookies["django_language"] = "en"

    response = client.post("/ui/", {"text": "a" * 1001})

    assert response.status_code == 413
    assert "A file may have at most 1 MB. Nothing was saved." in response.text


@pytest.mark.filterwarnings("ignore")
def test_more_text_than_a_page_asks_for_is_too_large_and_no_riddle(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100

    assert client.post("/ui/", {"text": "a" * 101}, content_type="application/x-www-form-urlencoded").status_code == 413


def test_a_stale_page_says_what_is_refused_and_what_happened(request_of_nobody):
    refusal = SimpleNamespace(text="The order is signed", url="/order/")
    entry = SimpleNamespace(text="Signed by the head", when=None)

    html = errors.conflict(request_of_nobody, [refusal], since=[entry], url="/fresh/").text

    assert [part for part in ("The order is signed", "/order/", "Signed by the head", 'href="/fresh/"') if part not in html] == []


def test_the_page_for_our_own_fault_needs_no_database_and_speaks_three_languages(request_of_nobody):
    response = errors.server_error(request_of_nobody)

    assert response.status_code == 500
    assert [word for word in ("Қате бізде болды", "Ошибка на нашей стороне", "The fault is ours") if word not in response.text] == []
    assert "{%" not in response.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", examples.groups())
def test_every_page_of_the_style_guide_is_whole_and_light(client, group, language):
    client.cookies["django_language"] = language

    response = client.get(f"/ui/{group}/")

    assert response.status_code == 200
    assert len(response.content) + len(bundle.content()) < 86_000
    assert re.findall(r'\sstyle="|<script>|onclick=', response.text) == []


def header(**context):
    return get_template("ui/header.html").render({"csrf_token": "token", **context})


def test_the_header_says_in_which_appointment_the_reader_acts_and_lets_them_leave():
    body = SimpleNamespace(name=Text(kk="«Үлгі» агенттігі", ru="Агентство «Үлгі»"))
    person = SimpleNamespace(name="Айгерим Сейтова", appointments=SimpleNamespace(count=1))
    acting = SimpleNamespace(person=person, role_name="координатор", body=body)

    with translation.override("ru"):
        html = header(acting=acting)

    assert "координатор, Агентство «Үлгі»" in html
    assert re.search(r'<form class="sign-out" method="post" action="[^"]+">\s*<input type="hidden" name="csrfmiddlewaretoken"', html)
    assert "Войти" not in html


def test_a_reader_without_an_account_is_offered_to_sign_in_and_gets_no_cookie(client):
    response = client.get("/ui/")

    assert 'href="/accounts/login/"' in response.text
    assert list(response.cookies) == []


@pytest.mark.parametrize("demo", [True, False])
def test_the_demonstration_says_on_every_page_that_names_and_data_are_invented(demo):
    with translation.override("en"):
        html = header(demo=demo)

    assert ("Names, organisations and data are invented." in html) == demo


def test_the_navigation_marks_the_page_that_is_open():
    items = [
        SimpleNamespace(url="/desk/", label="Desk", current=True),
        SimpleNamespace(url="/register/", label="Register", current=False),
    ]

    html = header(nav=items)

    assert '<a href="/desk/" aria-current="page">Desk</a>' in html
    assert '<a href="/register/">Register</a>' in html


def test_finished_steps_fold_and_the_open_ones_stay_in_view():
    step = [SimpleNamespace(state=state, title=f"Step {n}") for n, state in enumerate(("done", "skipped", "mine", "done"))]
    stage = SimpleNamespace(number=1, title="Preparation", state="now", summary="", steps=step)
    with translation.override("en"):
        html = get_template("ui/stages.html").render({"stages": [stage]})

    folded, rest = html.split("</details>")
    assert [n for n in range(4) if f"Step {n}" in folded] == [0, 1]
    assert [n for n in range(4) if f"Step {n}" in rest] == [2, 3]
    assert "2 finished steps" in folded


def test_a_stage_that_is_still_ahead_folds_as_a_whole():
    step = [SimpleNamespace(state="later", title=f"Step {n}") for n in range(3)]
    stage = SimpleNamespace(number=3, title="Decision", state="later", summary="", steps=step)
    with translation.override("en"):
        html = get_template("ui/stages.html").render({"stages": [stage]})

    folded, rest = html.split("</details>")
    assert [n for n in range(3) if f"Step {n}" in folded] == [0, 1, 2]
    assert "3 steps ahead" in folded
    assert "Step" not in rest


def test_a_group_that_does_not_exist_is_not_found(client):
    assert client.get("/ui/nothing/").status_code == 404


def test_every_icon_that_a_state_asks_for_is_in_the_sprite():
    assert sorted(set(signs.ICONS.values()) - set(signs.SYMBOLS)) == []


def test_the_style_sheets_come_as_one_file_that_may_be_kept(client):
    response = client.get(bundle.address())

    assert response.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in response.headers["Cache-Control"]
    assert response.content == bundle.content()
    assert response.content.count(b"{") == response.content.count(b"}")
