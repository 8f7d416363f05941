"""Small real files for the tests: sound ones, and the means to spoil them."""

import io
import zipfile
from functools import cache

import typst
from openpyxl import Workbook
from PIL import Image
from pypdf import PdfReader, PdfWriter

WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WORD_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


@cache
def a_pdf():
    """One page with a sentence on it."""
    return typst.compile(b"#set page(width: 8cm, height: 5cm)\nAn order.", ignore_system_fonts=True)


def an_encrypted_pdf():
    """The same page under a password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(a_pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    return written(writer.write)


@cache
def a_docx(*, main=WORD_MAIN, extra=()):
    """A Word file of one paragraph; `extra` names parts that are added to the package."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            '<?xml version="1.0" encoding="UTF-8"?>'
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        )
        package.writestr("word/document.xml", "<document>" + "A paragraph of the plan. " * 400 + "</document>")
        for name in extra:
            package.writestr(name, "content")
    return packed.getvalue()


@cache
def an_xlsx():
    """A workbook with one filled cell."""
    book = Workbook()
    book.active["A1"] = "Learners"
    return written(book.save)


@cache
def a_picture(kind, size=(64, 48)):
    """A PNG, JPEG or WEBP with something on it."""
    picture = Image.effect_noise(size, 40).convert("RGB")
    return written(lambda file: picture.save(file, kind))


def a_zip():
    """An archive that is no office file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("notes.txt", "notes")
    return packed.getvalue()


def an_old_word_file():
    """The beginning of a .doc: the signature of a compound file and the name of Word's stream."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(512)


def a_locked_docx():
    """A .docx under a password: a compound file around the encrypted package."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512)


def written(write):
    """What `write` writes into a file."""
    file = io.BytesIO()
    write(file)
    return file.getvalue()
