"""Is this certificate genuine and in force? Asked without an account."""

from datetime import date

import pytest
from django.urls import reverse

from tarazy.external.register import services
from tests.external.register.scene import Scene
from tests.factories import NOW, make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("R254", "R265")]
LEAK = "Совет не согласился с заключением отдела"


def ask(client, number, on=None, language="en"):
    asked = {"on": on} if on else {}
    return client.get(reverse("register:certificate", args=[number]), asked, headers={"accept-language": language})


@pytest.fixture
def scene(db):
    return Scene(grounds=LEAK)


@pytest.mark.parametrize(
    ("on", "state", "words"),
    [
        ("2026-03-02", "not_yet", "comes into force on 3 March 2026"),
        ("2026-03-03", "valid", "is in force on 3 March 2026"),
        ("2027-01-15", "suspended", "suspended the certificate from 1 January 2027 on"),
        ("2027-02-01", "valid", "is in force on 1 February 2027"),
        ("2029-01-01", "withdrawn", "withdrew the certificate from 1 June 2028 on"),
    ],
)
def test_it_answers_for_any_day(client, scene, on, state, words):
    certificate = scene.published().certificate
    for kind, day in (("suspended", date(2027, 1, 1)), ("resumed", date(2027, 2, 1)), ("withdrawn", date(2028, 6, 1))):
        services.change_status(certificate, kind, grounds="Отчёт не представлен.", by=scene.registrar, now=NOW, day=day)
    page = ask(client, certificate.number, on)

    assert (page.status_code, page.context["answer"].state) == (200, state)
    assert words in page.text
    assert ("Отчёт не представлен." in page.text) == (state in ("suspended", "withdrawn"))


def test_a_term_that_is_over_is_expired(client, scene):
    page = ask(client, scene.published().certificate.number, "2031-03-03")

    assert page.context["answer"].state == "expired"


@pytest.mark.parametrize(("language", "words"), [("en", "In force"), ("ru", "Действует"), ("kk", "Күшінде")])
def test_it_answers_in_three_languages(client, scene, language, words):
    page = ask(client, scene.published().certificate.number, "2027-01-01", language)

    assert words in page.text
    assert f'<html lang="{language}"' in page.text


@pytest.mark.parametrize("number", ["NOBODY-1", "<script>alert(1)</script>", "a/b/c", "№ 5", "x" * 300])
def test_an_unknown_number_gets_a_page_that_helps(client, scene, number):
    scene.certify()
    page = ask(client, number)

    assert page.status_code == 404
    assert reverse("register:search") in page.text
    assert "<script>alert" not in page.text


def test_a_number_typed_small_and_with_spaces_is_understood(client, scene):
    number = scene.certify().number

    assert ask(client, f" {number.lower()} ").status_code == 200


@pytest.mark.requirement("R022")
def test_before_publication_it_says_what_the_certificate_says_and_nothing_more(client, scene):
    certificate = scene.certify()
    page = ask(client, certificate.number, "2026-05-01")

    assert (page.status_code, page.context["answer"].state, page.context["answer"].entry) == (200, "valid", None)
    assert "not published yet" in page.text
    for hidden in (LEAK, "Анализ", "Рекомендация", scene.case.number, "register/organisations", "register/decisions"):
        assert hidden not in page.text


def test_after_publication_it_leads_to_the_register_and_names_the_programmes(client):
    scene = Scene(kind="programme")
    scene.case.programmes.add(make_programme(scene.institution, "6B06102"))
    entry = scene.published()
    page = ask(client, entry.certificate.number, "2026-05-01")

    assert entry.get_absolute_url() in page.text
    assert "6B06102" in page.text


def test_the_form_leads_to_the_answer_and_keeps_the_day(client):
    page = client.get(reverse("register:verify"), {"number": "A/1 №", "on": "2027-01-01"})

    assert (page.status_code, page.url) == (302, reverse("register:certificate", args=["A/1 №"]) + "?on=2027-01-01")


@pytest.mark.parametrize("asked", [{"number": ""}, {"number": "A", "on": "soon"}])
def test_a_form_that_is_filled_in_wrongly_is_answered_beside_its_field(client, asked):
    assert client.get(reverse("register:verify"), asked).status_code == 422


def test_a_day_that_is_none_is_answered_beside_its_field(client, scene):
    page = ask(client, scene.certify().number, "soon")

    assert (page.status_code, page.context["answer"]) == (422, None)


def test_one_certificate_costs_at_most_seven_queries(client, scene, django_assert_max_num_queries):
    number = scene.published().certificate.number
    with django_assert_max_num_queries(7):
        ask(client, number)
