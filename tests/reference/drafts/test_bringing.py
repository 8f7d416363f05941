"""A draft begins from a file: YAML, JSON or an Excel workbook; a file that is no package leaves nothing behind."""

import io
import json
import zipfile

import pytest

from tarazy.ground.foundation.errors import Refused
from tarazy.reference.drafts import queries
from tarazy.reference.drafts.gaps import gaps_in
from tarazy.reference.drafts.models import Draft
from tarazy.reference.standards import sheet
from tarazy.reference.standards.package import PackageInvalid, parse
from tarazy.reference.standards.queries import package_from
from tests.reference.drafts.making import brought, compared
from tests.reference.standards.test_package import SMALL

pytestmark = pytest.mark.django_db
PARTS = ("[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml")


def damaged(name, how):
    """A workbook in which one part is torn in two, or missing."""
    torn = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sheet.written(parse(SMALL.encode())))) as whole, zipfile.ZipFile(torn, "w") as book:
        for part in whole.namelist():
            said = whole.read(part)
            if part != name or how == "torn":
                book.writestr(part, said[: len(said) // 2] if part == name else said)
    return torn.getvalue()


@pytest.mark.parametrize("ending", ["yaml", "json", "xlsx"])
def test_a_file_of_any_kind_becomes_the_same_draft(agency, head, ending):
    package = parse(SMALL.encode())
    source = {"yaml": package.as_yaml, "json": package.as_json, "xlsx": lambda: sheet.written(package)}[ending]()
    draft = brought(source, agency=agency, by=head, name=f"SET.{ending.upper()}")
    assert draft.content == {**package.content, "owner": "tst", "version": "2026.1"}
    assert (draft.base, draft.replaces, draft.begun_by, gaps_in(draft)) == (None, "", head, [])
    assert queries.before_of(draft) is None


def test_a_file_of_the_agencys_own_set_is_read_beside_its_newest_version(first, agency, head):
    text = package_from(first).as_yaml().replace("Criterion 1.2", "Another criterion")
    draft = brought(text, agency=agency, by=head)
    assert (draft.base, draft.replaces, draft.content["version"]) == (first, "of_all", "2026.2")
    before, changes = compared(draft)
    assert before == first
    assert [part.kind for standard in changes for part in standard.criteria] == ["same", "changed", "same", "same"]


@pytest.mark.parametrize(
    ("name", "source", "sentence"),
    [
        ("a.yaml", SMALL.replace("level: higher", "level: moon"), "Line 3: level must be one of"),
        ("a.json", json.dumps({"key": "own"}), "“version” is missing"),
        ("a.yaml", "", "The file is empty"),
        ("a.yaml", b"\xff\xfe", "Line 1: The file is not written in UTF-8"),
        ("a.yaml", b"x" * (2 * 1024 * 1024 + 1), "The file is larger than 2 MB"),
        ("a.yaml", SMALL.replace("Саясат", "Сая\\0сат"), "Line 12: The file has a character that cannot stand in a text"),
        ("a.xlsx", SMALL, "This is not an Excel workbook"),
    ],
)
def test_a_file_that_is_no_package_is_told_by_line_and_nothing_is_kept(agency, head, name, source, sentence):
    with pytest.raises(PackageInvalid, match=sentence):
        brought(source, agency=agency, by=head, name=name)
    assert not Draft.objects.exists()


@pytest.mark.parametrize("key", ["of_all", '"own\\n"', "find"])
def test_a_file_with_a_name_that_the_agency_cannot_have_is_refused(base, agency, head, key):
    with pytest.raises(Refused):
        brought(SMALL.replace("key: small", f"key: {key}"), agency=agency, by=head)
    assert not Draft.objects.exists()


@pytest.mark.parametrize("how", ["torn", "missing"])
@pytest.mark.parametrize("name", PARTS)
def test_a_damaged_workbook_is_told_to_be_none(agency, head, name, how):
    with pytest.raises(PackageInvalid, match="workbook"):
        brought(damaged(name, how), agency=agency, by=head, name="a.xlsx")
    assert not Draft.objects.exists()
