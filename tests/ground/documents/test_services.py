"""Files come in through one door, in versions that never change."""

import hashlib
import io
from datetime import UTC, datetime
from threading import Barrier, Thread

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from tarazy.ground.documents.models import Document, Version
from tarazy.ground.documents.services import clean_name, store, store_bytes
from tarazy.ground.foundation.errors import Refused
from tests.ground.documents import files

NOW = datetime(2026, 5, 16, 9, 30, tzinfo=UTC)


def uploaded(name="Бұйрық № 5.pdf", content=None):
    return SimpleUploadedFile(name, files.a_pdf() if content is None else content, content_type="text/html")


def content(version):
    """What is kept of this version."""
    with version.file.open() as file:
        return file.read()


def kept_files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.django_db
def test_what_is_kept_is_what_was_handed_in():
    version = store(uploaded(), title="Бұйрық", by=None, now=NOW, language="kk", confidentiality="confidential")
    version.refresh_from_db()
    assert content(version) == files.a_pdf()
    assert version.sha256 == hashlib.sha256(files.a_pdf()).hexdigest()
    assert (version.number, version.size, version.media_type) == (1, len(files.a_pdf()), "application/pdf")
    assert (version.name, version.language, version.added_at) == ("Бұйрық № 5.pdf", "kk", NOW)
    assert (version.document.title, version.document.confidentiality) == ("Бұйрық", "confidential")


@pytest.mark.django_db
def test_the_name_that_somebody_typed_never_reaches_the_file_system(storage):
    version = store(uploaded("../../secret order.pdf"), title="T", by=None, now=NOW)
    (kept,) = kept_files(storage)
    assert kept.name == f"{version.sha256}.pdf"
    assert version.name == "secret order.pdf"


@pytest.mark.django_db
def test_the_same_content_twice_does_not_collide(storage):
    first, second = (store(uploaded(), title="T", by=None, now=NOW) for _ in range(2))
    assert first.file.name != second.file.name
    assert content(first) == content(second)
    assert len(kept_files(storage)) == 2


@pytest.mark.django_db
def test_a_new_version_gets_the_next_number_and_leaves_the_old_one_alone():
    first = store(uploaded(), title="Plan", by=None, now=NOW)
    second = store(uploaded("plan.docx", files.a_docx()), title="Other", by=None, now=NOW, document=first.document)
    first.refresh_from_db()
    assert (first.number, second.number) == (1, 2)
    assert second.document.title == "Plan"
    assert first.document.latest == second
    assert content(first) == files.a_pdf()


@pytest.mark.django_db
def test_a_name_without_an_extension_gets_the_one_of_its_content():
    assert store(uploaded("Лицензия 5.2026"), title="T", by=None, now=NOW).name == "Лицензия 5.2026.pdf"


@pytest.mark.django_db
def test_a_refused_file_leaves_nothing_behind(storage):
    with pytest.raises(Refused):
        store(uploaded(content=b"words"), title="T", by=None, now=NOW)
    assert not Document.objects.exists()
    assert kept_files(storage) == []


@pytest.mark.django_db
def test_a_version_that_cannot_be_recorded_leaves_no_file_behind(storage):
    with pytest.raises(Exception, match="added_at"):
        store(uploaded(), title="T", by=None, now=None)
    assert kept_files(storage) == []


@pytest.mark.django_db
def test_what_the_platform_made_is_kept_without_being_judged():
    version = store_bytes(b"BEGIN:VCALENDAR", name="visit.ics", title="Visit", by=None, now=NOW, media_type="text/calendar")
    assert (version.media_type, version.name) == ("text/calendar", "visit.ics")
    with default_storage.open(version.file.name) as file:
        assert file.read() == b"BEGIN:VCALENDAR"


@pytest.mark.django_db
def test_nothing_cannot_be_kept():
    with pytest.raises(Refused):
        store_bytes(b"", name="a.pdf", title="A", by=None, now=NOW)


@pytest.mark.django_db(transaction=True)
def test_two_people_who_add_at_once_get_two_numbers():
    document = store(uploaded(), title="T", by=None, now=NOW).document
    together = Barrier(2)

    def add():
        together.wait()
        store(uploaded(), title="T", by=None, now=NOW, document=document)
        connection.close()

    threads = [Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(Version.objects.values_list("number", flat=True)) == [1, 2, 3]


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("C:\\Users\\a\\план.docx", "план.docx"),
        ("../../etc/passwd", "passwd"),
        ("a\x00b\n.pdf", "ab.pdf"),
        ("", "file"),
        ("x" * 300 + ".pdf", "x" * 251 + ".pdf"),
        (io.BytesIO.__name__ * 60, (io.BytesIO.__name__ * 60)[:255]),
    ],
)
def test_a_name_is_kept_without_folders_and_control_characters(name, clean):
    assert clean_name(name) == clean
