"""What is wrong with a file is said beside its field."""

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from django.utils.datastructures import MultiValueDict

from tarazy.ground.documents.fields import DocumentField, DocumentsField
from tests.ground.documents import files


class Application(forms.Form):
    licence = DocumentField(help_text="A copy with all annexes.")
    annexes = DocumentsField(most=2, required=False)


def filled(licence=None, *annexes):
    held = MultiValueDict({"annexes": [SimpleUploadedFile(*annex) for annex in annexes]})
    if licence:
        held["licence"] = SimpleUploadedFile(*licence)
    return Application({}, held)


def test_sound_files_are_cleaned_in_their_order():
    form = filled(("l.pdf", files.a_pdf()), ("1.docx", files.a_docx()), ("2.xlsx", files.an_xlsx()))
    assert form.is_valid()
    assert form.cleaned_data["licence"].read() == files.a_pdf()
    assert [file.name for file in form.cleaned_data["annexes"]] == ["1.docx", "2.xlsx"]


def test_no_annexes_are_an_empty_list():
    form = filled(("l.pdf", files.a_pdf()))
    assert form.is_valid()
    assert form.cleaned_data["annexes"] == []


def test_each_bad_file_gets_its_own_sentence_beside_the_field():
    with translation.override("en"):
        form = filled(("l.pdf", b""), ("1.docx", files.a_pdf()), ("2.pdf", b"words"))
        assert form.errors["licence"] == ["“l.pdf” is empty. Choose the file that has the content."]
        assert [error.split("”")[0] for error in form.errors["annexes"]] == ["“1.docx", "“2.pdf"]


def test_more_files_than_allowed_are_refused():
    with translation.override("en"):
        form = filled(("l.pdf", files.a_pdf()), *[(f"{number}.pdf", files.a_pdf()) for number in range(3)])
        assert form.errors == {"annexes": ["Choose at most 2 files at once."]}


def test_a_required_file_that_is_missing_is_asked_for():
    with translation.override("en"):
        assert filled().errors == {"licence": ["This field is required."]}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "PDF, Word (.docx), Excel (.xlsx), PNG, JPEG or WebP, up to 20 MB."),
        ("ru", "PDF, Word (.docx), Excel (.xlsx), PNG, JPEG или WebP, до 20 МБ."),
        ("kk", "PDF, Word (.docx), Excel (.xlsx), PNG, JPEG немесе WebP, 20 МБ-тан аспауы тиіс."),
    ],
)
def test_the_hint_says_kinds_and_size_after_the_fields_own_hint(language, said):
    with translation.override(language):
        assert str(Application().fields["licence"].help_text) == f"A copy with all annexes. {said}"


def test_the_inputs_offer_the_accepted_kinds_and_several_files_where_meant():
    page = Application().as_p()
    assert page.count('accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.jpe,.webp,application/pdf,') == 2
    assert page.count(" multiple") == 1
