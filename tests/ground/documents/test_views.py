"""A file leaves under its own name and can run nothing."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tarazy.ground.documents.services import store, store_bytes
from tarazy.ground.documents.views import serve
from tests.ground.documents import files

NOW = datetime(2026, 5, 16, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def served():
    """`served(name, content)`: the answer with which this file leaves; its file is closed in the end."""
    answers = []

    def serve_it(name, content):
        answers.append(serve(store(SimpleUploadedFile(name, content), title="T", by=None, now=NOW)))
        return answers[-1]

    yield serve_it
    for answer in answers:
        answer.close()


def test_a_pdf_opens_in_the_browser_under_its_kazakh_name(served):
    response = served("Бұйрық.pdf", files.a_pdf())
    assert b"".join(response.streaming_content) == files.a_pdf()
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == "inline; filename*=utf-8''%D0%91%D2%B1%D0%B9%D1%80%D1%8B%D2%9B.pdf"
    assert response["Content-Length"] == str(len(files.a_pdf()))


def test_an_office_file_is_saved_and_not_opened(served):
    assert served("plan.docx", files.a_docx())["Content-Disposition"] == 'attachment; filename="plan.docx"'


def test_a_kind_of_our_own_making_is_saved_and_not_opened():
    version = store_bytes(b"BEGIN:VCALENDAR", name="v.ics", title="V", by=None, now=NOW, media_type="text/calendar")
    answer = serve(version)
    answer.close()
    assert answer["Content-Disposition"] == 'attachment; filename="v.ics"'


@pytest.mark.parametrize(("name", "make"), [("a.pdf", files.a_pdf), ("a.xlsx", files.an_xlsx)])
def test_nothing_in_a_file_may_run_be_guessed_or_be_kept_by_others(served, name, make):
    response = served(name, make())
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-cache"
