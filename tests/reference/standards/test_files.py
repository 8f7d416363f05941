"""A set as files: the same bytes from the same content, read back to the same set, refused with sheet and row."""

import io
import json
import zipfile

import pytest
from django.utils import translation
from openpyxl import load_workbook
from pypdf import PdfReader

from tarazy.reference.standards import queries, services, sheet
from tarazy.reference.standards.models import Correspondence
from tarazy.reference.standards.package import PACKAGES, PackageInvalid, parse
from tests.factories import NOW
from tests.reference.standards.test_package import SMALL

KEYS = sorted(path.stem for path in PACKAGES.glob("*.yaml"))


def package(key):
    return parse((PACKAGES / f"{key}.yaml").read_bytes())


@pytest.mark.parametrize("key", KEYS)
def test_a_workbook_has_the_same_bytes_each_time_and_reads_back_to_the_same_package(key):
    one = package(key)
    book = sheet.written(one)
    assert sheet.written(one) == book
    again = sheet.parsed(book)
    assert again == one
    assert sheet.written(again) == book


@pytest.mark.parametrize("key", KEYS)
def test_yaml_and_json_come_back_byte_for_byte(key):
    one = package(key)
    assert parse(one.as_yaml().encode()).as_yaml() == one.as_yaml()
    assert parse(one.as_json().encode()).as_json() == one.as_json()


def changed(change):
    """The workbook of the small package after a change to it."""
    book = load_workbook(io.BytesIO(sheet.written(parse(SMALL.encode()))))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def refused(source):
    with translation.override("en"), pytest.raises(PackageInvalid) as caught:
        sheet.parsed(source)
    return str(caught.value)


def test_what_is_wrong_in_a_workbook_is_told_with_sheet_and_row():
    assert "sheet “criteria”, row 2" in refused(changed(lambda book: book["criteria"].cell(2, 1, "7.1")))
    assert "sheet “criteria”, row 2" in refused(changed(lambda book: book["criteria"].cell(2, 3, "")))
    assert "no sheet “standards”" in refused(changed(lambda book: book.remove(book["standards"])))


def test_what_is_no_workbook_or_unfolds_without_end_is_refused():
    assert refused(b"key: small") == "This is not an Excel workbook (.xlsx)."
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * (sheet.MOST_UNZIPPED + 1))
    assert "unfolds" in refused(bomb.getvalue())
    assert "larger than" in refused(b"x" * (50 * 1024 * 1024))


@pytest.mark.django_db
@pytest.mark.urls("tests.reference.urls")
def test_skos_names_concepts_in_three_languages_and_maps_what_is_not_withdrawn(client):
    services.load_package(SMALL.encode(), now=NOW)
    services.load_package(SMALL.replace("key: small", "key: other").encode(), now=NOW)
    ends = {"from_set": "small", "from_number": "1", "to_set": "other", "to_number": "1"}
    link = Correspondence.objects.create(crosswalk="x", relation="broader", reason={}, author="x", made_on=NOW.date(), **ends)
    nodes = json.loads(client.get("/standards/small/1.0.jsonld").content)["@graph"]
    standard = next(one for one in nodes if one.get("notation") == "1")
    assert standard["prefLabel"] == {"kk": "Саясат", "ru": "Политика", "en": "Policy"}
    assert [place.rsplit("/standards/")[1] for place in standard["narrowMatch"]] == ["other/graph/1/"]
    Correspondence.objects.filter(pk=link.pk).update(state="withdrawn")
    assert "narrowMatch" not in client.get("/standards/small/1.0.jsonld").text.partition('"@graph"')[2]


@pytest.mark.django_db
@pytest.mark.urls("tests.reference.urls")
@pytest.mark.parametrize(("language", "said"), [("kk", "Саясат"), ("ru", "Политика"), ("en", "Policy")])
def test_the_printed_set_is_accessible_in_each_language_and_the_same_each_time(client, language, said):
    services.load_package(SMALL.encode(), now=NOW)
    client.cookies["django_language"] = language
    first = client.get("/standards/small/1.0.pdf").content
    assert client.get("/standards/small/1.0.pdf").content == first
    read = PdfReader(io.BytesIO(first))
    assert read.trailer["/Root"]["/Lang"].startswith(language)
    assert b"pdfuaid:part" in read.trailer["/Root"]["/Metadata"].get_data()
    assert said in "".join(page.extract_text() for page in read.pages)


@pytest.mark.django_db
def test_a_huge_or_tricky_file_leaves_the_library_as_it_was():
    services.load_package(SMALL.encode(), now=NOW)
    before = queries.package_from(queries.set_in_version("small")).checksum
    for source in (b"#" * (50 * 1024 * 1024), b"a: &x [1]\nb: *x", b"a: !!python/object/apply:os.getcwd []"):
        with pytest.raises(PackageInvalid):
            services.load_package(source, now=NOW)
    assert [queries.package_from(one).checksum for one in [queries.set_in_version("small")]] == [before]
