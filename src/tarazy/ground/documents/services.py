"""The one door through which files come in. A version never changes; a change is a new version."""

import hashlib
import re
from collections.abc import Iterable

from django.core.files.base import ContentFile, File
from django.db import transaction
from django.db.models import Max

from tarazy.ground.documents import refusals
from tarazy.ground.documents.models import Document, Version
from tarazy.ground.documents.sniff import extension, sniff
from tarazy.ground.people.models import Appointment

CONTROL = re.compile(r"[\x00-\x1f\x7f]")
NAME_LIMIT = 255
TITLE_LIMIT = 300


@transaction.atomic
def store(
    file: File,
    *,
    title: str,
    by: Appointment | None,
    now,
    language: str = "",
    confidentiality: str = Document.Confidentiality.PARTIES,
    document: Document | None = None,
) -> Version:
    """Keep what somebody handed in: a new document, or the next version of `document`.

    The type is found from the content, the SHA-256 counted from the stored bytes. `title` names a new document; a
    document that exists keeps its title and confidentiality. Raises `Refused` with a sentence that names the file
    (see `sniff.sniff`); nothing is kept then.
    """
    name = clean_name(file.name or title)
    kind = sniff(file, name=name)
    if not extension(name):
        name = clean_name(name + kind.extensions[0])
    document = document or Document.objects.create(title=(title or name)[:TITLE_LIMIT], confidentiality=confidentiality)
    return _add(document, file, name=name, media_type=kind.media_type, by=by, now=now, language=language)


@transaction.atomic
def store_bytes(  # noqa: PLR0913 (a version has many sides)
    data: bytes,
    *,
    name: str,
    title: str,
    by: Appointment | None,
    now,
    language: str = "",
    media_type: str = "application/pdf",
    confidentiality: str = Document.Confidentiality.PARTIES,
    document: Document | None = None,
) -> Version:
    """Keep what the platform made itself, mostly a typeset PDF; as `store`, but the maker answers for the type."""
    name = clean_name(name)
    if not data:
        raise refusals.empty(name)
    document = document or Document.objects.create(title=(title or name)[:TITLE_LIMIT], confidentiality=confidentiality)
    return _add(document, ContentFile(data), name=name, media_type=media_type, by=by, now=now, language=language)


@transaction.atomic
def make_public(documents: Iterable[Document]) -> None:
    """These documents are public from now on; raises `Refused` when one was handed in as confidential, and opens none."""
    for document in Document.objects.select_for_update().filter(pk__in=[document.pk for document in documents]):
        if document.is_confidential:
            raise refusals.confidential(document.title)
        document.confidentiality = Document.Confidentiality.OPEN
        document.save(update_fields=["confidentiality"])


def clean_name(name: str) -> str:
    """A file's name without folders and control characters, at most 255 characters; its extension is kept."""
    name = CONTROL.sub("", name.replace("\\", "/").rsplit("/", 1)[-1]).strip() or "file"
    ending = extension(name)
    return name[: NAME_LIMIT - len(ending)].removesuffix(ending) + name[len(name) - len(ending) :]


def _add(document, file, *, name, media_type, by, now, language):
    """The next version; the lock on the document keeps two people from taking the same number.

    On disk a file is called by its checksum, so no name that somebody typed ever reaches the file system.
    """
    Document.objects.select_for_update().get(pk=document.pk)
    last = document.versions.aggregate(last=Max("number"))["last"] or 0
    checksum = _checksum(file)
    version = Version(
        document=document,
        number=last + 1,
        name=name,
        media_type=media_type,
        size=file.size,
        sha256=checksum,
        language=language,
        added_by=by,
        added_at=now,
    )
    version.file.save(checksum + extension(name), file, save=False)
    try:
        version.save()
    except BaseException:
        version.file.delete(save=False)
        raise
    return version


def _checksum(file):
    counted = hashlib.sha256()
    for chunk in file.chunks():
        counted.update(chunk)
    file.seek(0)
    return counted.hexdigest()
