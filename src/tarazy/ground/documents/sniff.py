"""What a file really is, found from its content. The name is only asked whether it contradicts.

Each kind is opened by a library that knows it, so that a file which nobody could read later is refused today.
"""

import re
import warnings
import zipfile
from pathlib import PurePath
from typing import IO

import filetype
from django.conf import settings
from django.core.files.base import File
from PIL import Image
from pypdf import PdfReader

from tarazy.ground.documents import refusals
from tarazy.ground.documents.kinds import (
    BY_MEDIA_TYPE,
    EXCEL,
    EXTENSIONS,
    JPEG,
    PDF,
    PNG,
    WEBP,
    WORD,
    Kind,
)
from tarazy.ground.foundation.errors import Refused

HEAD = 8192
TAIL = 2048
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_STREAMS = tuple(name.encode("utf-16-le") for name in ("WordDocument", "Workbook", "Book"))
SEALED_STREAM = "EncryptedPackage".encode("utf-16-le")
MANIFEST = "[Content_Types].xml"
MAIN_PARTS = {kind: f"{kind.media_type}.main+xml".encode() for kind in (WORD, EXCEL)}
OVERRIDE = re.compile(rb"<(?:\w+:)?Override\b[^>]*>")
PART_NAME = re.compile(rb"""PartName\s*=\s*["']/([^"']+)["']""")
MACROS = re.compile(r"(^|/)(vbaProject\.bin|macrosheets/)", re.IGNORECASE)
UNPACKED_LIMIT = 200 * 1024 * 1024
PARTS_LIMIT = 20_000
PIXELS_LIMIT = 80_000_000  # a sheet of A3 scanned at 600 dots an inch has 70 million
# Letters behind the last full stop; "Order 5.2026" has no extension.
EXTENSION = re.compile(r"\.[a-z][a-z0-9]{0,7}$")


def sniff(file: IO[bytes] | File, *, name: str) -> Kind:
    """The kind of `file` (binary, seekable; left at its beginning), or `Refused` with a sentence that names it.

    Refused are: an empty file, one above `DOCUMENT_MAX_BYTES`, one that is damaged, encrypted or carries macros, an old
    Office format, any kind that is not accepted, and one whose extension says another kind than the content.
    """
    try:
        _measure(file, name)
        kind = _kind(file, name)
        if extension(name) not in ("", *kind.extensions):
            raise refusals.mislabelled(name, kind)
    finally:
        file.seek(0)
    return kind


def extension(name: str) -> str:
    """The extension of a file's name in small letters with its full stop, or ""."""
    found = EXTENSION.search(PurePath(name).name.lower())
    return found.group() if found else ""


def _measure(file: IO[bytes] | File, name: str) -> None:
    size = file.seek(0, 2) if (told := getattr(file, "size", None)) is None else told
    if not size:
        raise refusals.empty(name)
    if size > settings.DOCUMENT_MAX_BYTES:
        raise refusals.too_large(name, settings.DOCUMENT_MAX_BYTES)


def _kind(file: IO[bytes] | File, name: str) -> Kind:
    file.seek(0)
    head = file.read(HEAD)
    if head.startswith(OLD_OFFICE):
        raise _old_office(file, name)
    if head.startswith(b"PK"):
        return _opened(_office, file, name)
    found = BY_MEDIA_TYPE.get(filetype.guess_mime(head) or "")
    if found not in OPENERS:
        # Promised to be of an accepted kind, yet unreadable as any: damaged; else simply another kind.
        raise refusals.damaged(name) if extension(name) in EXTENSIONS else refusals.unknown(name)
    return _opened(OPENERS[found], file, name)


def _opened(opener, file: IO[bytes] | File, name: str) -> Kind:
    """What `opener` finds; whatever a library stumbles over in foreign bytes means a damaged file."""
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return opener(file, name)
    except Refused:
        raise
    except Exception as stumbled:  # parsers of hostile bytes raise nearly anything
        raise refusals.damaged(name) from stumbled


def _old_office(file: IO[bytes] | File, name: str) -> Refused:
    file.seek(0)
    content = file.read()
    if SEALED_STREAM in content:
        return refusals.locked(name)
    if any(stream in content for stream in OLD_STREAMS):
        return refusals.old_office(name)
    return refusals.unknown(name)


def _pdf(file: IO[bytes] | File, name: str) -> Kind:
    file.seek(-min(TAIL, file.seek(0, 2)), 2)
    if b"%%EOF" not in file.read():
        raise refusals.damaged(name)
    file.seek(0)
    reader = PdfReader(file)
    if reader.is_encrypted:
        raise refusals.locked(name)
    if not len(reader.pages) or not reader.pages[-1].mediabox.width:
        raise refusals.damaged(name)
    return PDF


def _picture(file: IO[bytes] | File, name: str) -> Kind:
    with Image.open(file, formats=("PNG", "JPEG", "WEBP")) as picture:
        if picture.width * picture.height > PIXELS_LIMIT:
            raise refusals.too_many_pixels(name)
        found = {"PNG": PNG, "JPEG": JPEG, "MPO": JPEG, "WEBP": WEBP}[picture.format or ""]
        picture.draft("L", (1, 1))  # a JPEG is read whole, but unfolded at an eighth of its size
        picture.load()
    return found


def _office(file: IO[bytes] | File, name: str) -> Kind:
    with zipfile.ZipFile(file) as packed:
        parts = packed.infolist()
        names = {part.filename for part in parts}
        if MANIFEST not in names:
            raise refusals.unknown(name)
        if any(part.flag_bits & 1 for part in parts):
            raise refusals.locked(name)
        if len(parts) > PARTS_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
            raise refusals.too_large(name, settings.DOCUMENT_MAX_BYTES)
        manifest = packed.read(MANIFEST)
        if b"macroEnabled" in manifest or any(MACROS.search(part) for part in names):
            raise refusals.macros(name)
        kind, main = _main_part(manifest, name)
        if main not in names or packed.testzip():
            raise refusals.damaged(name)
    return kind


def _main_part(manifest: bytes, name: str) -> tuple[Kind, str]:
    """Whether a document or a workbook, and which part of the package holds it."""
    for line in OVERRIDE.findall(manifest):
        for kind, media_type in MAIN_PARTS.items():
            if media_type in line and (part := PART_NAME.search(line)):
                return kind, part.group(1).decode()
    raise refusals.unknown(name)


OPENERS = {PDF: _pdf, PNG: _picture, JPEG: _picture, WEBP: _picture}
