"""A package as an Excel workbook, which is the template too: a sheet of the set, one of its standards, one of its criteria.

Lists (evidence, signs) stand in one cell, a line for each part; a question begins with who is asked: "head: How …". The
workbook's bytes repeat: it carries no moment of its making.
"""

import io
import re
import zipfile
import zlib
from datetime import datetime

from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils.exceptions import InvalidFileException

from tarazy.ground.foundation.text import LANGUAGES
from tarazy.reference.standards.package import LISTS, PackageInvalid, judged
from tarazy.reference.standards.strictyaml import MAX_BYTES, Problem

SET_PLAIN = ("key", "version", "level", "levels", "owner", "kind", "source", "complete")
SET_TEXTS = ("title", "summary")
STANDARD_PLAIN, STANDARD_TEXTS = ("number", "source", "requirement"), ("title", "purpose")
CRITERION_PLAIN, CRITERION_TEXTS = ("number", "source"), ("text", "look_at")
SHEETS = ("set", "standards", "criteria")
MOST_ROWS, MOST_COLUMNS, MOST_UNZIPPED = 4000, 40, 40 * 1024 * 1024
_LAST_ROW = 1_048_576  # Excel itself has no row below it; a file that claims one is not read on for ever
# What reading a workbook ends in where a part of it is missing, cut off, locked, or not what its name says.
_BROKEN = (zipfile.BadZipFile, zlib.error, InvalidFileException, ValueError, OSError, EOFError)
_BROKEN += (LookupError, TypeError, AttributeError, SyntaxError, RuntimeError, ArithmeticError)
_STILL = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file knows
_WIDTH = {"number": 9, "source": 28, "requirement": 12}


def written(package):
    """The workbook of a package, as bytes."""
    content, book = package.content, Workbook()
    own, standards, criteria = book.active, book.create_sheet("standards"), book.create_sheet("criteria")
    own.title = "set"
    for name in SET_PLAIN:
        own.append([name, _plain(content[name])])
    for name in SET_TEXTS:
        for code in LANGUAGES:
            own.append([f"{name} {code}", content[name][code]])
    standards.append([*STANDARD_PLAIN, *_columns(STANDARD_TEXTS)])
    criteria.append([*CRITERION_PLAIN, *_columns((*CRITERION_TEXTS, *LISTS))])
    for standard in content["standards"]:
        standards.append([standard.get(name, "") for name in STANDARD_PLAIN] + _cells(standard, STANDARD_TEXTS))
        for one in standard.get("criteria", ()):
            criteria.append([one[name] for name in CRITERION_PLAIN] + _cells(one, (*CRITERION_TEXTS, *LISTS)))
    for sheet in book.worksheets:
        _laid_out(sheet)
    return _stilled(book)


def parsed(source):
    """The `Package` in the bytes of a workbook; raises `PackageInvalid` with the sheet and the row of every problem."""
    rows = _rows(source)
    lines: dict[tuple, str] = {}
    content = _set(rows["set"])
    content["standards"] = []
    numbers: dict[str, dict] = {}
    for place, row in _records(rows["standards"]):
        standard = {name: row[name] for name in STANDARD_PLAIN if row.get(name)} | _texts(row, STANDARD_TEXTS)
        lines["standards", len(content["standards"])] = _("sheet “standards”, row %(row)s") % {"row": place}
        content["standards"].append(standard)
        numbers[standard.get("number", "")] = standard
    _put_criteria(rows["criteria"], content, numbers, lines)
    return judged(content, lambda path: _where(path, lines))


def _put_criteria(rows, content, numbers, lines):
    """Each criterion goes to the standard that its number begins with; one whose standard is missing is a problem of its row."""
    problems = []
    for place, row in _records(rows):
        where = _("sheet “criteria”, row %(row)s") % {"row": place}
        standard = numbers.get(row.get("number", "").rpartition(".")[0])
        if standard is None:
            said = _("%(where)s: no standard has the number that “%(number)s” begins with.")
            problems.append(Problem(0, said % {"where": where, "number": row.get("number", "")}))
            continue
        criteria = standard.setdefault("criteria", [])
        lines["standards", content["standards"].index(standard), "criteria", len(criteria)] = where
        criteria.append({name: row[name] for name in CRITERION_PLAIN if row.get(name)} | _texts(row, CRITERION_TEXTS) | _lists(row))
    if problems:
        raise PackageInvalid(problems)


def _rows(source):
    """The cells of every sheet, as texts."""
    if len(source) > MAX_BYTES:
        raise PackageInvalid([Problem(0, _("The file is larger than %(size)s MB.") % {"size": MAX_BYTES // 1024 // 1024})])
    if _sound(_unzipped_size, source) > MOST_UNZIPPED:
        raise PackageInvalid([Problem(0, _("The workbook unfolds to far more than a set of standards needs."))])
    book = _sound(load_workbook, io.BytesIO(source), read_only=True, data_only=True)
    missing = [name for name in SHEETS if name not in book.sheetnames]
    if missing:
        raise PackageInvalid([Problem(0, _("The workbook has no sheet “%(name)s”.") % {"name": missing[0]})])
    rows = {name: _sound(_cells_of, book[name]) for name in SHEETS}
    said = _("sheet “%(name)s”, row %(row)s: a sheet is read up to row %(most)s. Take out the empty rows above, or what is not needed.")
    low = [{"name": name, "row": row, "most": MOST_ROWS} for name in SHEETS if (row := _sound(_first_below, book[name]))]
    if low:
        raise PackageInvalid([Problem(0, said % one) for one in low])
    return rows


def _sound(read, *what, **how):
    """What `read` gives of a workbook that is one; `PackageInvalid` for any other file."""
    try:
        return read(*what, **how)
    except _BROKEN as error:
        raise PackageInvalid([Problem(0, _("This is not an Excel workbook (.xlsx)."))]) from error


def _unzipped_size(source):
    with zipfile.ZipFile(io.BytesIO(source)) as packed:
        return sum(part.file_size for part in packed.infolist())


def _cells_of(sheet):
    rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
    return [[_said(cell) for cell in row] for row in rows]


def _first_below(sheet):
    """The first row below those that are read that says something; None where nothing does."""
    rows = sheet.iter_rows(min_row=MOST_ROWS + 1, max_row=_LAST_ROW, max_col=MOST_COLUMNS, values_only=True)
    filled = ((number, row) for number, row in enumerate(rows, start=MOST_ROWS + 1) if row.count(None) < len(row))
    return next((number for number, row in filled if any(map(_said, row))), None)


def _set(rows):
    told = {row[0]: row[1] if len(row) > 1 else "" for row in rows if row and row[0]}
    content = {name: told[name] for name in SET_PLAIN if told.get(name)}
    if "levels" in content:
        content["levels"] = [one.strip() for one in content["levels"].split(",")]
    if content.get("complete", "").lower() in ("true", "false"):
        content["complete"] = content["complete"].lower() == "true"
    return content | _texts(told, SET_TEXTS)


def _records(rows):
    """Each row that says something with its number in the sheet, as a dict by the words of the first row."""
    head = rows[0] if rows else []
    return [(number, dict(zip(head, row, strict=False))) for number, row in enumerate(rows[1:], start=2) if any(row)]


def _texts(row, names):
    found = {name: {code: row[f"{name} {code}"] for code in LANGUAGES if row.get(f"{name} {code}")} for name in names}
    return {name: text for name, text in found.items() if text}


def _lists(row):
    found = {}
    for name in LISTS:
        parts = [[line.strip() for line in row.get(f"{name} {code}", "").splitlines() if line.strip()] for code in LANGUAGES]
        if any(parts):
            most = max(map(len, parts))
            found[name] = [
                _part(name, {code: part[at] for code, part in zip(LANGUAGES, parts, strict=True) if at < len(part)}) for at in range(most)
            ]
    return found


def _part(name, text):
    if name != "questions":
        return text
    asked = {code: said.partition(": ") for code, said in text.items()}
    who = next(iter(asked.values()))[0]
    return {"for": who, "text": {code: said[2] for code, said in asked.items()}}


def _columns(names):
    return [f"{name} {code}" for name in names for code in LANGUAGES]


def _cells(content, names):
    return [_cell(content.get(name), code) for name in names for code in LANGUAGES]


def _cell(value, code):
    if isinstance(value, list):
        return "\n".join(f"{one['for']}: {one['text'][code]}" if "for" in one else one[code] for one in value)
    return (value or {}).get(code, "")


def _plain(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(value) if isinstance(value, list) else value


def _said(cell):
    return "" if cell is None else ("true" if cell else "false") if isinstance(cell, bool) else str(cell).strip()


def _where(path, lines):
    path = tuple(path)
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, _("sheet “set”"))


def _laid_out(sheet):
    for column in sheet.columns:
        head = column[0]
        sheet.column_dimensions[head.column_letter].width = _WIDTH.get(str(head.value), 42)
        for cell in column:
            cell.alignment, cell.data_type = Alignment(wrap_text=True, vertical="top"), "s" if cell.value is not None else cell.data_type
    if sheet.title != "set":
        sheet.freeze_panes = "B2"
        for cell in sheet[1]:
            cell.font = Font(bold=True)


def _stilled(book):
    """The workbook's bytes without the moment of its making, neither inside nor on its parts."""
    book.properties.created = book.properties.modified = datetime(*_STILL[:3])  # noqa: DTZ001 (the format has no time zone)
    first, still = io.BytesIO(), io.BytesIO()
    book.save(first)
    with zipfile.ZipFile(first) as made, zipfile.ZipFile(still, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in made.namelist():
            part = zipfile.ZipInfo(name, _STILL)
            part.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(part, _core(made.read(name)) if name == "docProps/core.xml" else made.read(name))
    return still.getvalue()


def _core(xml):
    """The properties, with the day on which openpyxl insists put back to the still one."""
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", xml)
