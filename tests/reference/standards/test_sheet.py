"""A package as a workbook: written and read back it is the same; what is no such workbook is refused with sheet and row."""

import io
import re
import zipfile
from contextlib import suppress

import pytest
from django.utils import translation
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tarazy.reference.standards import sheet
from tarazy.reference.standards.package import PACKAGES, PackageInvalid, judged, parse
from tarazy.reference.standards.sheet import parsed, written
from tests.reference.standards.test_package import SMALL

TWO = (
    SMALL
    + """\
  - number: "2"
    title: {kk: "Кадр", ru: "Кадры", en: "Staff"}
    source: "tests 2"
    requirement: R001
    purpose: {kk: "Мақсат 2", ru: "Цель 2", en: "Purpose 2"}
    criteria: [{number: "2.1", source: "tests 2", text: {kk: "Жетеді", ru: "Хватает", en: "There are enough"}}]
"""
)


def package(text=TWO):
    """The package of this text."""
    return parse(text.encode())


def edited(change, text=TWO):
    """The workbook of the package after `change` was done to it in Excel."""
    book, changed = load_workbook(io.BytesIO(written(package(text)))), io.BytesIO()
    change(book)
    book.save(changed)
    return changed.getvalue()


def problems(source):
    """What is said about this workbook."""
    with translation.override("en"), pytest.raises(PackageInvalid) as caught:
        parsed(source)
    return [str(one) for one in caught.value.problems]


@pytest.mark.parametrize("path", sorted(PACKAGES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_package_reads_back_from_its_workbook_and_gives_the_same_bytes_again(path):
    one = parse(path.read_bytes())
    book = written(one)
    assert parsed(book) == one
    assert written(parsed(book)) == book


def test_a_workbook_carries_no_moment_of_its_making():
    with zipfile.ZipFile(io.BytesIO(written(package()))) as packed:
        assert {part.date_time for part in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = packed.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT", core)) == {"1980-01-01T"}


def test_the_workbook_reads_as_a_person_would_lay_it_out():
    book = load_workbook(io.BytesIO(written(package())))
    assert book.sheetnames == ["set", "standards", "criteria"]
    assert [cell.value for cell in book["standards"][1]][:4] == ["number", "source", "requirement", "title kk"]
    head = [cell.value for cell in book["criteria"][1]]
    assert book["criteria"].cell(2, head.index("questions en") + 1).value == "head: Why?"
    assert book["criteria"].freeze_panes == "B2"


def test_what_begins_like_a_formula_stays_a_text():
    one = package(TWO.replace("There are enough", "=1+1"))
    book = written(one)
    assert load_workbook(io.BytesIO(book))["criteria"]["G3"].data_type != "f"
    assert parsed(book) == one


def test_levels_and_an_incomplete_set_read_back():
    bare = re.sub(r"    criteria:.*?(?=  - number: \"2\"|\Z)", "", TWO.replace("complete: true", "complete: false"), flags=re.DOTALL)
    one = package(bare.replace("level: higher", "level: higher\nlevels: [vocational, higher]"))
    assert one.content["levels"] == ["higher", "vocational"]
    assert parsed(written(one)) == one


texts = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]) | st.sampled_from("\n\t\r'=: _x"), min_size=1, max_size=60)


@given(st.lists(texts.filter(str.strip), min_size=3, max_size=3))
@example(["=1+1", "#N/A", "TRUE"])
@example(["_x0041_", "'quoted", "  blanks around  "])
@example(["two\nlines", "two\r\nlines", "two\u2028lines"])
@example(["1", "1.10", "2026-11-28"])
@example(["head: Why?", "a: b: c", ":"])
@settings(max_examples=60, deadline=None)
def test_whatever_a_package_says_its_workbook_says_too(said):
    text = dict(zip(("kk", "ru", "en"), said, strict=True))
    lists = {"evidence": [text, text], "questions": [{"for": "head", "text": text}], "strength": [text], "risk": [text]}
    content = package().content
    criterion = {"number": "1.1", "source": said[0], "text": text, "look_at": text, **lists}
    standard = {"number": "1", "title": text, "source": said[1], "purpose": text, "criteria": [criterion]}
    one = judged({**content, "title": text, "summary": text, "standards": [standard]}, lambda _path: 0)
    assert parsed(written(one)) == one
    assert parse(one.as_yaml().encode()) == one
    assert parse(one.as_json().encode()) == one


@pytest.mark.parametrize("name", ["set", "standards", "criteria"])
def test_a_workbook_that_lacks_a_sheet_says_which(name):
    assert problems(edited(lambda book: book.remove(book[name]))) == [f"The workbook has no sheet “{name}”."]


def test_a_criterion_without_its_standard_is_told_with_sheet_and_row():
    said = problems(edited(lambda book: book["criteria"].append(["9.1", "tests"])))
    assert said == ["sheet “criteria”, row 4: no standard has the number that “9.1” begins with."]


@pytest.mark.parametrize(
    ("name", "place", "value", "said"),
    [
        ("set", "B3", "moon", "sheet “set”: level must be one of: preschool, secondary, vocational, higher, additional, teacher, agency."),
        ("set", "B8", "perhaps", "sheet “set”: complete must be true or false."),
        ("set", "B2", None, "sheet “set”: “version” is missing in the file."),
        ("standards", "A3", "3", "sheet “criteria”, row 3: no standard has the number that “2.1” begins with."),
        ("standards", "C3", "R1", "sheet “standards”, row 3: standards.2.requirement is not written as the format asks."),
        ("standards", "E2", None, "sheet “standards”, row 2: “ru” is missing in standards.1.title."),
        ("criteria", "A3", "2.2", "sheet “criteria”, row 3: Here stands number 2.2; the next criterion is 2.1."),
        ("criteria", "E2", "  ", "sheet “criteria”, row 2: “en” is missing in standards.1.criteria.1.text."),
        ("criteria", "L2", "nobody: Why?", "sheet “criteria”, row 2: standards.1.criteria.1.questions.1.for must be one of: anyone, head,"),
        ("criteria", "L2", "Why?", "sheet “criteria”, row 2: standards.1.criteria.1.questions.1.for must be one of: anyone, head,"),
        ("criteria", "J2", "An order\nA report", "sheet “criteria”, row 2: “kk” is missing in standards.1.criteria.1.evidence.2."),
    ],
)
def test_a_wrong_cell_is_told_with_its_sheet_and_row(name, place, value, said):
    def change(book):
        book[name][place] = value

    assert any(one.startswith(said) for one in problems(edited(change))), problems(edited(change))


def test_rows_that_are_left_empty_do_not_shift_the_row_that_is_named():
    def change(book):
        book["criteria"].insert_rows(2, 5)
        book["criteria"]["A8"] = "2.7"
        book["standards"].insert_rows(2)
        book["standards"]["A4"] = "2"

    assert problems(edited(change)) == ["sheet “criteria”, row 8: Here stands number 2.7; the next criterion is 2.1."]


def test_numbers_and_truths_that_excel_keeps_in_its_own_way_are_read():
    def change(book):
        book["standards"]["A2"], book["set"]["B8"], book["criteria"]["A2"] = 1, True, 1.1

    assert parsed(edited(change)) == package()


def zipped(parts):
    """A zip file of these parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return packed.getvalue()


def parts(source):
    """The parts of a zip file."""
    with zipfile.ZipFile(io.BytesIO(source)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


NO_WORKBOOK = "This is not an Excel workbook (.xlsx)."


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (lambda: b"", NO_WORKBOOK),
        (SMALL.encode, NO_WORKBOOK),
        (lambda: b"PK\x03\x04" + b"\0" * 100, NO_WORKBOOK),
        (lambda: zipped({"notes.txt": "notes"}), NO_WORKBOOK),
        (lambda: written(package())[:-200], NO_WORKBOOK),
        (lambda: zipped({**parts(written(package())), "xl/workbook.xml": "<workbook"}), NO_WORKBOOK),
        (lambda: zipped({**parts(written(package())), "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row"}), NO_WORKBOOK),
        (lambda: zipped({"bomb": b"\0" * (41 * 1024 * 1024)}), "The workbook unfolds to far more than a set of standards needs."),
        (lambda: b"PK" + b"\0" * (2 * 1024 * 1024), "The file is larger than 2 MB."),
    ],
    ids=["empty", "yaml", "head", "zip", "cut", "workbook", "sheet", "bomb", "size"],
)
def test_what_is_no_workbook_is_refused_in_a_sentence(source, said):
    assert problems(source()) == [said]


def test_cells_far_away_are_not_looked_at():
    def change(book):
        for name in book.sheetnames:
            book[name].cell(1_000_000, 16_000).value = "x"
            book[name].cell(2, 16_000).value = "x"

    assert parsed(edited(change)) == package()


@pytest.mark.parametrize("name", sheet.SHEETS)
def test_a_row_below_those_that_are_read_is_refused_with_its_number_and_the_limit(name):
    def change(book):
        book[name].cell(sheet.MOST_ROWS, 1).value = "  "
        book[name].cell(sheet.MOST_ROWS + 1, 2).value = " "
        book[name].cell(sheet.MOST_ROWS + 3, 1).value = "9.9"

    [said] = problems(edited(change))
    assert said.startswith(f"sheet “{name}”, row 4003: a sheet is read up to row 4000.")


def test_the_last_row_that_is_read_is_the_four_thousandth():
    def change(book):
        book["criteria"].cell(sheet.MOST_ROWS, 1).value = "2.7"

    assert all(said.startswith("sheet “criteria”, row 4000: “") for said in problems(edited(change)))


@pytest.mark.filterwarnings("ignore::UserWarning")  # openpyxl warns of what it leaves out
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_workbook_with_a_spoiled_part_is_read_or_refused_and_never_crashes(data):
    sound = parts(written(package()))
    name = data.draw(st.sampled_from(sorted(sound)))
    at, spoiled = data.draw(st.integers(0, len(sound[name]) - 1)), data.draw(st.binary(max_size=6))
    source = zipped({**sound, name: sound[name][:at] + spoiled + sound[name][at + len(spoiled) :]})
    with suppress(PackageInvalid):
        parsed(source)


def test_an_empty_workbook_with_the_right_sheets_tells_what_is_missing():
    book, packed = Workbook(), io.BytesIO()
    book.active.title = "set"
    for name in sheet.SHEETS[1:]:
        book.create_sheet(name)
    book.save(packed)
    said = problems(packed.getvalue())
    assert "sheet “set”: “key” is missing in the file." in said
    assert "sheet “set”: standards is empty." in said
