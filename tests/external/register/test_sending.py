"""What the agency sends on: to DEQAR and to the ministry; and what stands above the registrar's forms."""

import csv
import io
import json
from datetime import date

import pytest
from django.urls import reverse

from tarazy.external.register import queries
from tarazy.external.register.deqar import payload
from tarazy.external.register.deqarchecks import problems, refusals
from tarazy.external.register.forms import CertificateForm, DeqarForm
from tests.external.register.scene import Scene
from tests.factories import NOW, appoint, make_agency, make_authority, make_institution, make_programme

pytestmark = pytest.mark.django_db
KNOWN = {"activities": {"institutional": 92, "programme": "93"}, "status": "1", "registered_from": "2017-06-20"}


@pytest.fixture
def known(settings):
    settings.DEQAR = {"QAZ": KNOWN}


@pytest.fixture
def entry(known):
    return Scene(agency=make_agency("QAZ"), institution=make_institution(deqar_id="DEQARINST9001")).published()


def of_programmes(*programmes, **scene):
    made = Scene(agency=make_agency("QAZ"), kind="programme", **scene)
    made.case.programmes.set([make_programme(made.institution, **fields) for fields in programmes])
    return made.published()


@pytest.mark.requirement("R255")
def test_the_submission_has_texts_for_ids_iso_days_and_nothing_empty(entry):
    sent = payload(entry)

    assert sent == {
        "agency": "QAZ",
        "local_identifier": entry.decision.case.number,
        "activities": [{"id": "92"}],
        "status": "1",
        "decision": "1",
        "valid_from": "2026-03-03",
        "valid_to": "2031-03-02",
        "date_format": "%Y-%m-%d",
        "report_links": [{"link": f"http://localhost:8000{entry.get_absolute_url()}", "link_display_name": "Decision in the register"}],
        "report_files": [
            {
                "original_location": f"http://localhost:8000{reverse('register:report', args=[entry.pk])}",
                "display_name": "report.pdf",
                "report_language": ["ru"],
            }
        ],
        "institutions": [{"deqar_id": "DEQARINST9001"}],
    }
    assert problems(entry) == []


@pytest.mark.requirement("R255")
def test_programmes_are_named_with_their_place_in_both_frameworks(known):
    sent = payload(of_programmes({"code": "7M01101", "nqf_level": 7, "credits": 120}))

    (programme,) = sent["programmes"]
    assert programme == {
        "identifiers": [{"identifier": "7M01101"}],
        "name_primary": "Pedagogy and psychology",
        "alternative_names": [{"name_alternative": "Педагогика және психология"}, {"name_alternative": "Педагогика и психология"}],
        "nqf_level": "level 7",
        "qf_ehea_level": "2",
        "degree_outcome": "1",
        "workload_ects": 120,
    }


def test_an_institution_that_deqar_does_not_know_yet_is_named_by_its_bin(known):
    entry = Scene(agency=make_agency("QAZ")).published()

    assert payload(entry)["institutions"] == [{"identifier": entry.institution.bin, "resource": "KZ-BIN"}]


def test_a_refusal_is_negative_and_begins_on_the_day_of_the_decision(known):
    sent = payload(Scene(agency=make_agency("QAZ"), outcome="refused").publish())

    assert (sent["decision"], sent["valid_from"], "valid_to" in sent) == ("3", "2026-03-02", False)


def test_settings_that_are_missing_are_named_in_sentences():
    found = problems(Scene(agency=make_agency("NEW")).published())

    assert len(found) == 2
    assert all("NEW" in sentence for sentence in found)


def test_a_programme_whose_level_is_unknown_is_named(known):
    (found,) = problems(of_programmes({"code": "6B06102"}))

    assert "6B06102" in found


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"valid_to": "2026-03-03"}, "institutional"),
        ({"report_files": []}, "institutional"),
        ({"institutions": []}, "institutional"),
        ({"institutions": [{"deqar_id": "D" * 26}]}, "institutional"),
        ({"programmes": [{"identifiers": [{"identifier": "1"}]}]}, "institutional"),
        ({"valid_from": "2017-06-19"}, "institutional"),
        ({"local_identifier": "x" * 256}, "institutional"),
        ({}, "programme"),
        ({"programmes": [{"identifiers": [{"identifier": "1" * 51}]}]}, "programme"),
    ],
)
def test_each_rule_of_deqar_is_judged_here_first(entry, changed, kind):
    assert refusals(payload(entry), kind="institutional") == []
    assert len(refusals(payload(entry) | changed, kind=kind, registered=("2017-06-20", ""))) == 1


def test_the_submission_is_for_the_agency_alone(client, entry):
    case = entry.decision.case
    address = reverse("register:deqar", args=[case.number])
    seen = {}
    for name, appointment in {
        "registrar": entry.certificate.issued_by,
        "head of the institution": appoint(None, case.institution, "institution_head"),
        "another agency": appoint(None, make_agency(), "registrar"),
    }.items():
        client.force_login(appointment.person)
        seen[name] = client.get(address).status_code
    client.logout()

    assert seen == {"registrar": 200, "head of the institution": 404, "another agency": 404}
    assert client.get(address).status_code == 302


def test_the_file_is_the_submission(client, entry):
    client.force_login(entry.certificate.issued_by.person)
    response = client.get(reverse("register:deqar", args=[entry.decision.case.number]))

    assert json.loads(response.content) == payload(entry)
    assert response["Content-Disposition"].endswith(f'deqar-{entry.decision.case.number}.json"')


def test_before_publication_there_is_nothing_to_download(client):
    scene = Scene()
    scene.certify()
    client.force_login(scene.registrar.person)
    addresses = [
        reverse("register:deqar", args=[scene.case.number]),
        reverse("register:ministry_letter", args=[scene.case.number, "kk"]),
        reverse("register:ministry_table", args=[scene.case.number]),
    ]

    assert [client.get(address).status_code for address in addresses] == [404, 404, 404]


@pytest.mark.requirement("R256", "R230")
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_letter_to_the_ministry_is_a_pdf_in_each_language(client, language):
    make_authority(levels=["higher"])
    scene = Scene()
    scene.published()
    client.force_login(scene.registrar.person)
    response = client.get(reverse("register:ministry_letter", args=[scene.case.number, language]))

    assert response.content.startswith(b"%PDF-")
    assert client.get(reverse("register:ministry_letter", args=[scene.case.number, "de"])).status_code == 404


@pytest.mark.requirement("R256", "R230")
def test_the_table_has_a_line_for_the_organisation_or_one_for_each_programme(client):
    organisation, programmes = Scene(), of_programmes({"code": "6B06102"}, {"code": "7M06102"})
    organisation.published()
    lines = {}
    for case, registrar in ((organisation.case, organisation.registrar), (programmes.decision.case, programmes.certificate.issued_by)):
        client.force_login(registrar.person)
        table = client.get(reverse("register:ministry_table", args=[case.number])).content.decode("utf-8-sig")
        lines[case] = [(line["register"], line["programme_code"], line["valid_until"]) for line in csv.DictReader(io.StringIO(table))]

    assert lines[organisation.case] == [("2", "", "2031-03-02")]
    assert lines[programmes.decision.case] == [("3", "6B06102", "2031-03-02"), ("3", "7M06102", "2031-03-02")]


def test_the_pages_of_the_steps_tell_before_and_after_publication(rf):
    from django.template.loader import render_to_string

    scene = Scene(institution=make_institution(name={"kk": "Университет", "ru": "", "en": "University"}))
    texts = {}
    for moment in ("decided", "published"):
        if moment == "published":
            scene.published()
        for step in ("certificate", "publication", "ministry", "deqar"):
            context = getattr(queries, f"context_{step}")(scene.case, scene.registrar)
            texts[moment, step] = render_to_string(f"register/steps/{step}.html", {"case": scene.case, **context})
    address = scene.decision.entry.get_absolute_url()

    assert "University" in texts["decided", "certificate"]
    assert address in texts["published", "publication"]
    assert address not in texts["decided", "publication"]
    assert reverse("register:deqar", args=[scene.case.number]) in texts["published", "deqar"]
    assert reverse("register:deqar", args=[scene.case.number]) not in texts["decided", "deqar"]
    assert reverse("register:ministry_table", args=[scene.case.number]) in texts["published", "ministry"]


def test_the_institution_reads_the_step_without_the_agencys_downloads():
    scene = Scene()
    scene.published()
    head = appoint(None, scene.institution, "institution_head")

    assert queries.context_deqar(scene.case, head)["deqar_url"] == ""
    assert queries.context_ministry(scene.case, head)["letters"] == []


def test_the_certificate_is_signed_by_the_head_of_the_agency_unless_another_is_named():
    scene = Scene()
    appoint("Ерлан Қасымов", scene.agency, "agency_head")

    assert CertificateForm(case=scene.case, by=scene.registrar).fields["signatory"].initial == "Ерлан Қасымов"


@pytest.mark.parametrize(("number", "good"), [("70123", True), ("DEQAR-1", False), ("", False)])
def test_deqars_number_is_digits(number, good):
    scene = Scene()

    assert DeqarForm({"report_id": number}, case=scene.case, by=scene.registrar).is_valid() is good


def test_the_ministry_is_the_one_authorised_for_the_level_on_the_day():
    from tarazy.external.register.ministry import authority_for

    entry = Scene().published()
    make_authority(levels=["secondary"])
    make_authority(levels=["higher"], until=date(2026, 1, 1))
    now = make_authority(levels=["higher"], since=date(2026, 1, 2))

    assert authority_for(entry, on=NOW.date()) == now
