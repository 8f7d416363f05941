"""Which characters our typesetting fonts have. A PDF/UA file may not contain one that cannot be shown, and people paste anything."""

import re
import unicodedata

# Ranges that Libertinus Serif, New Computer Modern and DejaVu Sans Mono cover together, as typst brings them.
COVERED = (
    (0x0020, 0x007E),
    (0x00A0, 0x00AC),
    (0x00AE, 0x02FF),  # Latin
    (0x0391, 0x03A1),
    (0x03A3, 0x0482),  # Greek, Cyrillic with every Kazakh letter
    (0x048A, 0x04FF),
    (0x1E00, 0x1EFF),
    (0x2000, 0x200A),
    (0x2010, 0x2027),
    (0x202F, 0x2040),
    (0x20A0, 0x20C0),  # currencies, ₸ among them
    (0x2100, 0x211E),
    (0x2122, 0x2122),
    (0x2153, 0x2184),
    (0x2190, 0x2328),  # arrows, mathematics
    (0x2460, 0x2473),
    (0x2500, 0x257F),
    (0x25A0, 0x262F),
)
MISSING = "□"
FOREIGN = re.compile("[^\\n" + "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in COVERED) + "]")
SILENT = {"Cf", "Mn", "Me", "Cc"}  # marks and controls that nobody would miss on paper


def settable(text: str) -> str:
    """`text` composed (NFC), with tabs as spaces; what no font has is □, or nothing where it is invisible anyway."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " "))
    return FOREIGN.sub(lambda found: _instead(found.group()), composed)


def _instead(character: str) -> str:
    return "" if unicodedata.category(character) in SILENT else MISSING
