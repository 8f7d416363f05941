"""The same data gives the same accessible PDF, in each language, whatever people have typed."""

import io
from datetime import date, timedelta
from time import perf_counter

import pytest
import typst
from django.utils.translation import gettext_lazy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tarazy.ground.documents import typeset as module
from tarazy.ground.documents.glyphs import COVERED, MISSING, settable
from tarazy.ground.documents.typeset import qr_svg, typeset
from tarazy.ground.foundation.text import Text

DAY = date(2026, 6, 26)
ADDRESS = "https://tarazy.example/verify/2026-0412"
LANGUAGES = ["kk", "ru", "en"]
KAZAKH = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі"
NAME = Text(kk="«Үлгі» колледжі", ru="Колледж «Үлгі»", en="“Ülgi” college")


def a_letter(**changes):
    return {
        "title": NAME,
        "number": "2026-014",
        "date": DAY,
        "place": "Астана",
        "blocks": [
            {"heading": "1", "paragraphs": [f"{KAZAKH} 1 250 000 ₸", "B"]},
            {"heading": "2", "facts": [["BIN", "010140000012"]], "list": ["one", "two"]},
            {"table": {"head": ["N", "M"], "rows": [["1", "two"], ["3", "four"]], "widths": [1, 3]}},
        ],
        "signatures": [{"name": "A. Ә.", "post": "Head", "note": "note"}, {"name": "B. B.", "post": "Rector"}],
        "demo": True,
        "footer": "Agency",
    } | changes


def a_certificate(**changes):
    return {
        "title": "Certificate 2026-0412",
        "number": "2026-0412",
        "organisation": NAME,
        "accredited": "Institutional accreditation",
        "agency": "Demonstration agency",
        "valid_from": DAY,
        "valid_until": DAY + timedelta(days=1825),
        "address": ADDRESS,
        "qr": qr_svg(ADDRESS),
        "signature": {"name": "A. Ә.", "post": "Head"},
        "demo": False,
    } | changes


DOCUMENTS = {"documents/letter.typ": a_letter, "documents/certificate.typ": a_certificate}


def opened(pdf):
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf):
    return " ".join(" ".join(page.extract_text() for page in opened(pdf).pages).split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", DOCUMENTS)
def test_a_pdf_names_its_title_language_and_standards(template, language):
    data = DOCUMENTS[template]()
    pdf = opened(typeset(template, data, language=language))
    said = data["title"].said_in(language)[0] if isinstance(data["title"], Text) else data["title"]
    assert pdf.metadata.title == said
    assert pdf.root_object["/Lang"] == language
    assert pdf.root_object["/MarkInfo"]["/Marked"]
    xmp = pdf.root_object["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in xmp


@pytest.mark.parametrize("template", DOCUMENTS)
def test_the_same_data_gives_the_same_bytes(template):
    make = DOCUMENTS[template]
    assert typeset(template, make(), language="kk") == typeset(template, make(), language="kk")
    assert typeset(template, make(), language="kk") != typeset(template, make(), language="ru")


def test_the_date_of_the_file_is_the_date_of_the_document():
    assert opened(typeset("documents/letter.typ", a_letter(), language="ru")).metadata.creation_date.date() == DAY


def test_kazakh_letters_and_the_tenge_can_be_read_out_of_the_pdf():
    said = text_of(typeset("documents/letter.typ", a_letter(), language="kk"))
    assert f"{KAZAKH} 1 250 000 ₸" in said
    assert "2026 ж. 26 маусым" in said
    assert "1 беттің 1-беті" in said
    assert "Демо-нұсқа құжаты, заңды күші жоқ" in said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("kk", "Жарамдылық мерзімі: 2026 ж. 26 маусым – 2031 ж. 25 маусым"),
        ("ru", "Действует с 26 июня 2026 года по 25 июня 2031 года"),
        ("en", "Valid from 26 June 2026 until 25 June 2031"),
    ],
)
def test_a_certificate_says_its_term_and_its_address_in_words(language, said):
    words = text_of(typeset("documents/certificate.typ", a_certificate(), language=language))
    assert said in words
    assert ADDRESS in words
    assert NAME.said_in(language)[0] in words


def test_only_a_demonstration_document_says_that_it_is_one():
    marked, plain = (text_of(typeset("documents/certificate.typ", a_certificate(demo=demo), language="en")) for demo in (True, False))
    assert "Demonstration document without legal force" in marked
    assert "without legal force" not in plain


@pytest.mark.parametrize("length", [1, 69, 140, 400])
def test_a_certificate_is_one_page_however_long_the_name(length):
    name = ("Педагогикалық ғылым, өнер және технологиялар университеті " * 8)[:length]
    data = a_certificate(organisation=name, accredited=name, details=["6B01101 Педагогика", "6B01102 Психология"], demo=True)
    assert len(opened(typeset("documents/certificate.typ", data, language="kk")).pages) == 1


def test_a_letter_needs_no_more_than_a_title():
    assert text_of(typeset("documents/letter.typ", {"title": "Minutes"}, language="en")) == "Minutes Page 1 of 1"


def test_a_document_without_a_title_is_refused():
    with pytest.raises(typst.TypstError):
        typeset("documents/letter.typ", {"number": "1"}, language="en")


def test_the_code_has_words_for_those_who_cannot_see_it():
    pdf = opened(typeset("documents/certificate.typ", a_certificate(), language="en"))
    alternatives = [
        item.get_object()["/Alt"]
        for item in (pdf.get_object(number) for number in range(1, len(pdf.xref[0]) if pdf.xref.get(0) else 400))
        if isinstance(item, dict) and "/Alt" in item
    ]
    assert f"QR code that leads to {ADDRESS}" in alternatives


def test_lazy_texts_dates_and_markup_are_set_as_plain_words():
    data = a_letter(number=gettext_lazy("Page {page} of {pages}"), blocks=[{"paragraphs": ["*no* #markup <here> $x$ // all"]}])
    said = text_of(typeset("documents/letter.typ", data, language="en"))
    assert "*no* #markup <here> $x$ // all" in said


def test_every_covered_character_can_be_set():
    every = " ".join(chr(code) for first, last in COVERED for code in range(first, last + 1))
    assert settable(every).count(MISSING) == every.count(MISSING)
    typeset("documents/letter.typ", a_letter(blocks=[{"paragraphs": [every]}]), language="kk")


@given(st.text(max_size=40))
@example("a\nb\tc\x00\x07")
@example("😀 中文 مرحبا \u200b\u202e \ue000 e\u0301 \U000e0001")
@settings(max_examples=60, deadline=None)
def test_whatever_people_type_can_be_set(typed):
    data = a_letter(number=typed, addressee=typed, footer=typed, blocks=[{"heading": typed, "paragraphs": [typed], "list": [typed]}])
    assert typeset("documents/letter.typ", data, language="ru").startswith(b"%PDF")


def test_what_no_font_has_is_a_box_and_what_is_invisible_is_gone():
    assert settable("a\u200b 中 e\u0301\r\nb\t") == f"a {MISSING} é\nb "


def test_templates_of_every_room_are_found_by_room_and_name():
    module.sources.cache_clear()
    assert {"documents/base.typ", "documents/letter.typ", "documents/certificate.typ"} <= set(module.sources())


def test_a_certificate_takes_at_most_300_milliseconds():
    typeset("documents/certificate.typ", a_certificate(), language="kk")
    begun = perf_counter()
    typeset("documents/certificate.typ", a_certificate(number="2026-0999"), language="kk")
    assert perf_counter() - begun < 0.3
