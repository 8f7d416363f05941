"""What everybody reads, and what nobody may."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.urls import reverse

from tarazy.external.register import followup, services
from tarazy.external.register.models import Entry
from tarazy.ground.documents.services import store_bytes
from tests.external.register.scene import PDF, UNTIL, Scene
from tests.factories import NOW, make_institution, make_programme

pytestmark = pytest.mark.django_db
SECRET = "Тайный вуз"


def page_of(client, institution, language="en"):
    return client.get(reverse("register:organisation", args=[institution.bin]), headers={"accept-language": language})


@pytest.mark.requirement("R254", "R177")
def test_an_organisation_page_shows_status_judgements_recommendations_and_documents(client):
    scene = Scene()
    entry = scene.published()
    page = page_of(client, scene.institution)

    assert page.status_code == 200
    for shown in (
        "Accredited",
        "Full compliance",
        "Partial compliance",
        "Рекомендация 1",
        entry.certificate.number,
        reverse("register:report", args=[entry.pk]),
    ):
        assert shown in page.text


@pytest.mark.requirement("R276")
def test_it_shows_the_profile_and_only_addresses_of_the_web_as_links(client):
    links = [
        {"title": {"kk": "Жарғы", "ru": "Устав", "en": "Charter"}, "url": "https://college.example/charter"},
        {"title": {"kk": "x", "ru": "x", "en": "x"}, "url": "javascript:alert(1)"},
    ]
    institution = make_institution(
        "vocational",
        head_name="Берік Сәрсенов",
        phone="+7 7292 00 00 00",
        address={"kk": "Ақтау", "ru": "Актау", "en": "Aktau"},
        public_links=links,
    )
    Scene(institution=institution).published()
    page = page_of(client, institution)

    for shown in ("Charter", "https://college.example/charter", "Берік Сәрсенов", "+7 7292 00 00 00", "Aktau", "Private"):
        assert shown in page.text
    assert "javascript:" not in page.text


@pytest.mark.requirement("R022", "R254")
def test_nothing_of_an_unpublished_case_is_shown_anywhere(client):
    Scene(name="Открытый вуз").published()
    hidden = Scene(name=SECRET, grounds="Тайные основания", region="47")
    certificate = hidden.certify()
    pages = [
        client.get(reverse("register:search")),
        client.get(reverse("register:search"), {"q": hidden.institution.bin}),
        client.get(reverse("register:search"), {"q": "Тайный"}),
        page_of(client, hidden.institution),
    ]
    data = [b"".join(client.get(reverse("register:data", args=[kind])).streaming_content).decode() for kind in ("csv", "json")]

    assert [page.status_code for page in pages] == [200, 200, 200, 404]
    assert pages[0].context["in_force"] <= 1
    assert [len(page.context["rows"]) for page in pages[:3]] == [1, 0, 0]
    for text in (*(page.text for page in pages), *data):
        assert "Тайные основания" not in text
        assert certificate.number not in text
        assert hidden.case.number not in text
    assert all(SECRET not in text for text in (pages[0].text, pages[3].text, *data))
    assert client.get(reverse("register:certificate_file", args=[certificate.pk, "ru"])).status_code == 404


def test_an_unpublished_organisation_and_an_unknown_number_get_the_same_answer(client):
    hidden = Scene(name=SECRET).institution
    known, unknown = (
        page_of(client, hidden),
        client.get(reverse("register:organisation", args=["000000000000"]), headers={"accept-language": "en"}),
    )

    assert known.status_code == unknown.status_code == 404
    assert known.text.replace(hidden.bin, "") == unknown.text.replace("000000000000", "")


def test_a_second_case_that_is_not_published_changes_nothing_on_the_page(client):
    first = Scene()
    first.published()
    before = page_of(client, first.institution).text
    second = Scene(institution=first.institution, grounds="Тайные основания")
    second.certify()

    assert page_of(client, first.institution).text == before


@pytest.mark.requirement("R254", "R230")
def test_the_report_is_the_version_that_was_published(client):
    scene = Scene()
    entry = scene.published()
    store_bytes(
        b"%PDF-later", name="later.pdf", title="Report", by=scene.registrar, now=NOW + timedelta(days=1), document=scene.report.document
    )
    response = client.get(reverse("register:report", args=[entry.pk]))

    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Type"] == "application/pdf"


@pytest.mark.requirement("R265")
@pytest.mark.parametrize(("language", "status"), [("kk", 200), ("ru", 200), ("en", 200), ("de", 404)])
def test_a_published_certificate_is_a_pdf_in_each_language(client, language, status):
    certificate = Scene(level="vocational").published().certificate
    response = client.get(reverse("register:certificate_file", args=[certificate.pk, language]))

    assert response.status_code == status
    if status == 200:
        assert b"".join(response.streaming_content).startswith(b"%PDF-")


def test_suspension_and_withdrawal_stand_with_their_grounds(client):
    scene = Scene()
    entry = scene.published()
    services.change_status(
        entry.certificate, "suspended", grounds="Нет отчёта за год.", by=scene.registrar, now=NOW, day=entry.certificate.valid_from
    )
    services.change_status(
        entry.certificate, "withdrawn", grounds="Нарушения не устранены.", by=scene.registrar, now=NOW, day=entry.certificate.valid_from
    )

    for page in (page_of(client, scene.institution), client.get(entry.get_absolute_url())):
        assert "Нет отчёта за год." in page.text
        assert "Нарушения не устранены." in page.text


@pytest.mark.requirement("R230")
def test_a_refusal_stands_with_its_grounds_and_its_report(client):
    scene = Scene(outcome="refused", grounds="Три стандарта не выполнены.")
    entry = scene.publish()
    page = client.get(entry.get_absolute_url(), headers={"accept-language": "en"})

    assert "Три стандарта не выполнены." in page.text
    assert "Accreditation refused" in page.text
    assert reverse("register:report", args=[entry.pk]) in page.text


def test_what_a_room_above_knows_of_a_recommendation_is_told(client, monkeypatch):
    scene = Scene()
    scene.published()
    monkeypatch.setattr(followup, "_providers", [lambda ids, on: {min(ids): followup.Answer("done", "carried out", "Новые журналы", on)}])
    page = page_of(client, scene.institution)

    assert "carried out" in page.text
    assert "1 of 2 recommendations is carried out." in page.text
    assert "not reported yet" in page.text


@pytest.mark.parametrize("count", [1, 3])
def test_an_organisation_page_costs_the_same_for_one_decision_and_for_three(client, count, django_assert_max_num_queries):
    institution = make_institution()
    for place in range(count):
        Scene(institution=institution, programmes=[make_programme(institution, f"6B0110{place}")], kind="programme").published()
    with django_assert_max_num_queries(11) as asked:
        page_of(client, institution)

    assert len(asked) == 11


@pytest.mark.requirement("R022")
def test_the_entries_are_open_data_in_csv_and_json(client):
    scene = Scene(name="=HYPERLINK(1)", kind="programme")
    scene.case.programmes.add(make_programme(scene.institution, "6B06102"), make_programme(scene.institution, "7M06102"))
    entry = scene.published()
    table = b"".join(client.get(reverse("register:data", args=["csv"])).streaming_content).decode()
    given = json.loads(b"".join(client.get(reverse("register:data", args=["json"])).streaming_content))
    (line,) = csv.DictReader(io.StringIO(table.removeprefix("\ufeff")))

    assert (line["bin"], line["certificate"], line["programmes"]) == (scene.institution.bin, entry.certificate.number, "6B06102 7M06102")
    assert line["name_ru"] == "'=HYPERLINK(1)"
    assert (given["entries"][0]["name_ru"], given["entries"][0]["valid_until"]) == ("=HYPERLINK(1)", UNTIL.isoformat())


def test_open_data_takes_the_filters_and_refuses_senseless_ones(client):
    Scene(region="47").published()
    Scene(region="71").published()
    address = reverse("register:data", args=["json"])

    assert len(json.loads(b"".join(client.get(address, {"region": "47"}).streaming_content))["entries"]) == 1
    assert client.get(address, {"region": "99"}).status_code == 422
    assert client.get(reverse("register:data", args=["xml"])).status_code == 404


def test_only_published_decisions_have_a_page(client):
    Scene().certify()

    assert Entry.objects.count() == 0
    assert client.get(reverse("register:entry", args=[1])).status_code == 404
    assert client.get(reverse("register:report", args=[1])).status_code == 404
