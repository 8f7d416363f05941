"""A file is what its content says; what nobody could read later is refused today."""

import io

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from tarazy.ground.documents.kinds import EXCEL, JPEG, KINDS, PDF, PNG, WEBP, WORD
from tarazy.ground.documents.sniff import extension, sniff
from tarazy.ground.foundation.errors import Refused
from tests.ground.documents import files


def without_main_part():
    return files.a_docx().replace(b"word/document.xml", b"word/dokument.xml")


SOUND = {
    "order.pdf": (files.a_pdf, PDF),
    "plan.docx": (files.a_docx, WORD),
    "learners.xlsx": (files.an_xlsx, EXCEL),
    "hall.png": (lambda: files.a_picture("PNG"), PNG),
    "HALL.JPEG": (lambda: files.a_picture("JPEG"), JPEG),
    "hall.webp": (lambda: files.a_picture("WEBP"), WEBP),
    "Order 5.2026": (files.a_pdf, PDF),
    "лицензия": (files.a_pdf, PDF),
}
REFUSED = {
    "nothing in it": ("a.pdf", lambda: b"", "is empty"),
    "half a PDF": ("a.pdf", lambda: files.a_pdf()[: len(files.a_pdf()) // 2], "cannot be opened"),
    "a PDF whose middle is lost": ("a.pdf", lambda: files.a_pdf()[:200] + b"\n%%EOF", "cannot be opened"),
    "half a Word file": ("a.docx", lambda: files.a_docx()[:300], "cannot be opened"),
    "a Word file with a spoilt part": ("a.docx", lambda: spoilt(files.a_docx(), b"word/document.xml"), "cannot be opened"),
    "a Word file without its text": ("a.docx", without_main_part, "cannot be opened"),
    "half a picture": ("a.jpg", lambda: files.a_picture("JPEG")[:900], "cannot be opened"),
    "half a PNG": ("a.png", lambda: files.a_picture("PNG")[:2000], "cannot be opened"),
    "text called PDF": ("a.pdf", lambda: b"just words", "cannot be opened"),
    "a program": ("a.exe", lambda: b"MZ" + bytes(200), "not accepted"),
    "a page": ("a.html", lambda: b"<html><script>alert(1)</script>", "not accepted"),
    "a drawing with scripts": ("a.svg", lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not accepted"),
    "an archive": ("a.zip", files.a_zip, "not accepted"),
    "an animation": ("a.gif", lambda: b"GIF89a" + bytes(60), "not accepted"),
    "a PDF called Word": ("a.docx", files.a_pdf, "its name says otherwise"),
    "a Word file called PDF": ("a.pdf", files.a_docx, "its name says otherwise"),
    "a JPEG called PNG": ("a.png", lambda: files.a_picture("JPEG"), "its name says otherwise"),
    "a PDF called program": ("a.pdf.exe", files.a_pdf, "its name says otherwise"),
    "an old Word file": ("a.doc", files.an_old_word_file, "old format of Word or Excel"),
    "an encrypted PDF": ("a.pdf", files.an_encrypted_pdf, "protected by a password"),
    "an encrypted Word file": ("a.docx", files.a_locked_docx, "protected by a password"),
    "a Word file with macros": ("a.docm", lambda: files.a_docx(main=files.WORD_MACROS), "contains macros"),
    "macros under another name": ("a.docx", lambda: files.a_docx(extra=("word/vbaProject.bin",)), "contains macros"),
}


def spoilt(content, after):
    place = content.index(after) + len(after) + 20
    return content[:place] + b"\x00\x01\x02\x03" + content[place + 4 :]


def refusal_of(content, name):
    with pytest.raises(Refused) as caught:
        sniff(io.BytesIO(content), name=name)
    return caught.value.reasons[0].text


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_file_is_known_by_its_content(name):
    make, kind = SOUND[name]
    assert sniff(io.BytesIO(make()), name=name) == kind


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_cannot_be_kept_is_refused_with_a_sentence_that_names_it(case):
    name, make, words = REFUSED[case]
    with translation.override("en"):
        said = refusal_of(make(), name)
    assert words in said
    assert name in said


def test_a_file_above_the_limit_is_refused_with_the_limit(settings):
    settings.DOCUMENT_MAX_BYTES = 1024 * 1024
    with translation.override("en"):
        said = refusal_of(files.a_pdf() + bytes(1024 * 1024), "a.pdf")
    assert said == "“a.pdf” is larger than 1 MB. Make it smaller or divide it into several files."


def test_a_small_file_that_unpacks_to_very_much_is_refused(monkeypatch):
    monkeypatch.setattr("tarazy.ground.documents.sniff.UNPACKED_LIMIT", 5000)
    with translation.override("en"):
        assert "is larger than" in refusal_of(files.a_docx(), "a.docx")


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unfolded(monkeypatch):
    monkeypatch.setattr("tarazy.ground.documents.sniff.PIXELS_LIMIT", 1000)
    with translation.override("en"):
        assert "too many pixels" in refusal_of(files.a_picture("PNG"), "a.png")


@pytest.mark.parametrize("case", REFUSED)
def test_each_refusal_is_said_in_three_languages(case):
    name, make, _words = REFUSED[case]
    said = set()
    for language in ("kk", "ru", "en"):
        with translation.override(language):
            said.add(refusal_of(make(), name))
    assert len(said) == 3


def test_the_file_is_left_at_its_beginning():
    file = io.BytesIO(files.a_pdf())
    sniff(file, name="a.pdf")
    assert file.tell() == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [("a.PDF", ".pdf"), ("a.tar.gz", ".gz"), ("Order 5.2026", ""), ("a", ""), ("a. Note", ""), ("a.", "")],
)
def test_only_letters_behind_the_last_full_stop_are_an_extension(name, said):
    assert extension(name) == said


STARTS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff\xe0",
    b"RIFF\x10\x00\x00\x00WEBP",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
]
NAMES = st.sampled_from(["a.pdf", "a.docx", "a.xlsx", "a.png", "a.jpg", "a.webp", "a.doc", "a"])


@effort(deadline=None)
@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=600), end=st.sampled_from([b"", b"%%EOF"]), name=NAMES)
def test_any_bytes_are_either_known_or_refused(start, rest, end, name):
    known_or_refused(start + rest + end, name)


@effort(deadline=None)
@given(
    sound=st.sampled_from([files.a_pdf, files.a_docx, files.an_xlsx, lambda: files.a_picture("PNG"), lambda: files.a_picture("JPEG")]),
    place=st.integers(min_value=0),
    put=st.binary(min_size=1, max_size=40),
    name=NAMES,
)
def test_any_spoilt_file_is_either_known_or_refused(sound, place, put, name):
    content = sound()
    place %= len(content)
    known_or_refused(content[:place] + put + content[place + len(put) :], name)


def known_or_refused(content, name):
    try:
        assert sniff(io.BytesIO(content), name=name) in KINDS
    except Refused as refused:
        said = refused.reasons[0].text
    else:
        said = "known"
    assert said
