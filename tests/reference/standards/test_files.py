"""The library as files: the same bytes from the same content, and back; accessible PDFs."""

import io
from functools import cache

import pytest
from django.utils import translation
from pypdf import PdfReader

from tarazy.ground.documents.typeset import typeset
from tarazy.reference.standards import queries, services, sheet
from tarazy.reference.standards.models import StandardsSet
from tarazy.reference.standards.package import PACKAGES, parse
from tarazy.reference.standards.printed import printed
from tests.factories import NOW
from tests.reference.standards.test_package import SMALL

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]
KEYS = sorted(path.stem for path in PACKAGES.glob("*.yaml"))
READERS = {"yaml": parse, "json": parse, "xlsx": sheet.parsed}
LANGUAGES = ("kk", "ru", "en")


@cache
def package(key):
    """One of our packages."""
    return parse((PACKAGES / f"{key}.yaml").read_bytes())


def exported(client, key, ending):
    """The file that the page of a set offers."""
    version = queries.set_in_version(key).version
    response = client.get(f"/standards/{key}/{version}.{ending}")
    assert response.status_code == 200
    return response


@pytest.mark.parametrize("key", KEYS)
def test_exported_imported_and_exported_again_a_set_is_the_same_bytes(our_library, client, key):
    first = {ending: exported(client, key, ending) for ending in READERS}
    back = {ending: read(first[ending].content) for ending, read in READERS.items()}
    assert back["yaml"] == back["json"] == back["xlsx"] == package(key)
    assert {response["X-Package-Checksum"] for response in first.values()} == {f"sha256:{package(key).checksum}"}
    StandardsSet.objects.filter(key=key).delete()
    services.load_package(back["xlsx"], now=NOW)
    assert all(exported(client, key, ending).content == first[ending].content for ending in READERS)


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("yaml", "application/yaml; charset=utf-8"),
        ("json", "application/json; charset=utf-8"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("pdf", "application/pdf"),
    ],
)
def test_a_file_says_what_it_is_and_how_it_is_called(client, ending, kind):
    services.load_package(SMALL.encode(), now=NOW)
    client.cookies["django_language"] = "kk"
    response = exported(client, "small", ending)
    name = "small-1.0-kk.pdf" if ending == "pdf" else f"small-1.0.{ending}"
    assert (response["Content-Type"], response["Content-Disposition"]) == (kind, f'attachment; filename="{name}"')


def test_an_old_version_is_exported_as_it_was(client):
    services.load_package(SMALL.encode(), now=NOW)
    services.load_package(SMALL.replace('"1.0"', '"2.0"').replace("There is one", "There are two").encode(), now=NOW)
    assert parse(client.get("/standards/small/1.0.yaml").content) == parse(SMALL.encode())


def test_a_file_of_another_kind_is_not_found(client):
    services.load_package(SMALL.encode(), now=NOW)
    assert client.get("/standards/small/1.0.docx").status_code == 404


def opened(client, key, language):
    """The printed set in this language."""
    client.cookies["django_language"] = language
    return PdfReader(io.BytesIO(exported(client, key, "pdf").content))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["vocational_internal", "esg_1"])
def test_a_printed_set_is_an_accessible_pdf_that_says_the_set_in_the_readers_language(our_library, client, key, language):
    pdf, content = opened(client, key, language), package(key).content
    assert (pdf.metadata.title, pdf.root_object["/Lang"]) == (content["title"][language], language)
    assert pdf.root_object["/MarkInfo"]["/Marked"]
    told = pdf.root_object["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in told
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in told
    said = " ".join(" ".join(page.extract_text() for page in pdf.pages).split()).replace("- ", "")
    last = content["standards"][-1]
    assert last["title"][language].split()[0] in said
    assert f"{key} {content['version']} · sha256:{package(key).checksum[:16]}" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printed_set_is_the_same_bytes_from_the_same_content(language):
    made = services.load_package(SMALL.encode(), now=NOW).set
    content = queries.package_from(made).content
    with translation.override(language):
        data = printed(made, content)
        first = typeset("standards/set.typ", data, language=language)
        assert typeset("standards/set.typ", printed(made, content), language=language) == first


def test_a_printed_set_leads_to_each_standard_from_its_contents(our_library, client):
    outline = [one.title for one in opened(client, "vocational_internal", "en").outline if not isinstance(one, list)]
    assert len([title for title in outline if "Quality policy" in title]) == 1
    assert len(outline) >= 9
