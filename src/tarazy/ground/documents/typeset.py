"""PDFs set with typst: accessible (PDF/UA-1), archivable (PDF/A-2a), and the same bytes from the same data.

Templates lie in each room's `typst/` folder and are named `room/template.typ`, which is also how they import each other:
`#import "/documents/base.typ": *`. Data travels as JSON and is never joined into source, so nothing in it is markup.
"""

import io
import json
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path

import segno
import typst
from django.apps import apps
from django.utils import translation
from django.utils.translation import gettext

from tarazy.ground.documents.glyphs import settable
from tarazy.ground.foundation.text import Text
from tarazy.ground.ui import dates

STANDARDS = ["a-2a", "ua-1"]


def typeset(template: str, data: dict, *, language: str) -> bytes:
    """The PDF of `template` ("room/name.typ") filled with `data`, in `language` (kk, ru or en).

    `data["title"]` becomes the PDF's title, `data["date"]`, if it is a date, the date of the file. Beside what JSON knows,
    values may be dates (written as the language writes them), `Text` (said in the language) and lazy translations. A
    character that no font of ours has is shown as □.
    Raises `KeyError` for an unknown template, `typst.TypstError` when the data lacks what the template needs.
    """
    files = sources()
    with translation.override(language):
        inputs = {"language": language, "data": _json(data), "words": _json(words())}
    compiler = typst.Compiler({**files, "main": files[template]}, font_paths=fonts(), ignore_system_fonts=True)
    return compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards=STANDARDS, timestamp=_dated(data))


def qr_svg(text: str) -> str:
    """A QR code of `text` as SVG, for the template's `image(bytes(data.qr), format: "svg", alt: …)`."""
    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="svg", border=0, xmldecl=False, dark="#17232b")
    return drawn.getvalue().decode()


@lru_cache(maxsize=1)
def sources() -> dict[str, bytes]:
    """Every room's templates by name, read once."""
    found = {}
    for room in apps.get_app_configs():
        folder = Path(room.path) / "typst"
        for path in sorted(folder.rglob("*.typ")):
            found[f"{room.label}/{path.relative_to(folder).as_posix()}"] = path.read_bytes()
    return found


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """The fonts that come with typst, no others: every machine sets the same page."""
    return typst.Fonts(include_system_fonts=False)


def words() -> dict[str, str]:
    """What our templates say themselves, in the active language; {…} is filled by the template."""
    return {
        "page": gettext("Page {page} of {pages}"),
        "demo": gettext("Demonstration document without legal force"),
        "number": gettext("No. {number}"),
        "certificate": gettext("Certificate of accreditation"),
        "valid": gettext("Valid from {from} until {until}"),
        "verify": gettext("Whether this certificate is valid today is shown at the address in the code:"),
        "code": gettext("QR code that leads to {address}"),
    }


def _dated(data: dict) -> int:
    """The moment that the file names as its making: the document's own day, never today, so that bytes repeat."""
    day = data.get("date")
    return int(datetime.combine(day, time(), UTC).timestamp()) if isinstance(day, date) else 0


def _json(data: dict) -> str:
    return json.dumps(_plain(data), ensure_ascii=False, sort_keys=True)


def _plain(value):
    """`value` as JSON knows it, each text settable."""
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return settable(_words(value))


def _words(value):
    if isinstance(value, datetime):
        return dates.moment(value)
    if isinstance(value, date):
        return dates.day(value)
    return value.said_in(translation.get_language())[0] if isinstance(value, Text) else str(value)
