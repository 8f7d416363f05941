"""The tables in `expected/`: one file for each moment, a row for each page, a column for each person."""

import os
from pathlib import Path

from tests.matrix.people import COLUMNS

PLACE = Path(__file__).parent / "expected"
WRITES = os.environ.get("TARAZY_MATRIX") == "write"
LEGEND = """\
GET   + shown   A shown with the form that takes the step   > leads elsewhere   L asked to sign in   x 403   . 404   ! 409
POST  A taken up (wrong or right)   > done, leads elsewhere   ! told what changed   and as above; pages that take nothing are left out
TEXT  + some page shows this person the text that was written there
An empty cell was not tried at this moment: people who see nothing of the case try its pages in turns.\
"""


def written(title, look):
    """The table of a moment, as text."""
    width = max(len(name) for name in [*look.pages, *look.texts]) + 1
    texts = {name: dict.fromkeys(COLUMNS, ".") | dict.fromkeys(columns, "+") for name, columns in look.texts.items()}
    blocks = [("GET", look.pages), ("POST", {name: signs for name, signs in look.posts.items() if signs}), ("TEXT", texts)]
    lines = [title, "", LEGEND]
    for kind, rows in blocks:
        lines += ["", f"{kind:{width}}" + " ".join(COLUMNS)] if rows else []
        lines += [f"{name:{width}}" + _cells(rows[name]) for name in sorted(rows)]
    return "\n".join(lines) + "\n"


def _cells(signs):
    return " ".join(f"{signs.get(column, ' ')[0]:^{len(column)}}" for column in COLUMNS).rstrip()


def expected(moment):
    """What the file of this moment says; empty before it was written for the first time."""
    file = PLACE / f"{moment.replace(',', '').replace(' ', '_')}.txt"
    return file.read_text(encoding="utf-8") if file.exists() else ""


def keep(moment, table):
    """Write the table of a moment anew."""
    file = PLACE / f"{moment.replace(',', '').replace(' ', '_')}.txt"
    file.write_text(table, encoding="utf-8")


def differences(moment, found):
    """The lines that differ, those of the file with "-" and those found with "+"."""
    old, new = expected(moment).splitlines(), found.splitlines()
    return [f"- {line}" for line in old if line not in new] + [f"+ {line}" for line in new if line not in old]


def read(moment):
    """The table of a moment as data: `{(kind, row): {column: sign}}`."""
    found, kind, places = {}, "", []
    for line in expected(moment).splitlines():
        if line.split(" ")[0] in ("GET", "POST", "TEXT") and " public " in line:
            kind, places = line.split(" ")[0], [line.index(f" {column}") + 1 for column in COLUMNS]
        elif kind and line:
            cells = [line[place : place + len(column)].strip() for column, place in zip(COLUMNS, places, strict=True)]
            found[kind, line[: places[0]].strip()] = dict(zip(COLUMNS, cells, strict=True))
    return found
