"""Loading standards packages: a changed package is a new version, an old version never changes."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction
from django.utils.translation import gettext as _

from tarazy.ground.foundation.copying import copy_rows
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.journal import services as journal
from tarazy.reference.search import services as search
from tarazy.reference.search.queries import unknown
from tarazy.reference.search.vocabulary import Vocabulary
from tarazy.reference.standards.entries import entries_of, source_of
from tarazy.reference.standards.models import Criterion, Standard, StandardsSet
from tarazy.reference.standards.package import LISTS, PACKAGES, order
from tarazy.reference.standards.queries import package_from
from tarazy.reference.standards.services.reading import reading, taken

SET_FIELDS = ("key", "version", "level", "levels", "owner", "kind", "title", "summary", "source", "complete")
STANDARD_FIELDS = ("number", "title", "purpose", "source")
CRITERION_ROW = ("standard", "position", "number", "text", "source", "look_at", *LISTS)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The set, and whether this load made it."""

    set: StandardsSet
    is_new: bool


@dataclass(frozen=True, slots=True)
class Publication:
    """How a version comes into force: whose it is, what it judges in place of, from which day, how long the one before stays usable."""

    agency: object = None
    replaces: str = ""
    in_force_from: object = None
    previous_until: object = None


@transaction.atomic
def load_package(source, *, now, by=None, publication=None):
    """Take in one package (a path, bytes, or a `Package`), all or nothing, and put it into the search.

    The same content again changes nothing. Raises `PackageInvalid` with a sentence for each line that is wrong, and
    `Refused` where the version is known with other content: whoever changes a package gives it a new version.
    """
    one = taken(source.read_bytes() if isinstance(source, Path) else source, Vocabulary())
    loaded = _load(one, now=now, by=by, publication=publication or Publication())
    if loaded.is_new and loaded.set.is_latest:
        search.replace({source_of(loaded.set.key): one.part})
    return loaded


@transaction.atomic
def load_all(*, now, folder=None):
    """Load every package of a folder (our own where none is named), all or nothing; gives `Loaded` for each.

    Says in the error which file is wrong. A file whose bytes came in before is not read again. Sets that the search
    does not have, of agencies too, are put into it.
    """
    files = {path: path.read_bytes() for path in sorted((folder or PACKAGES).glob("*.yaml"))}
    sums = {path: hashlib.sha256(file).hexdigest() for path, file in files.items()}
    known = {one.file_checksum: one for one in StandardsSet.objects.filter(file_checksum__in=sums.values())}
    loaded = {path: Loaded(known[checksum], is_new=False) for path, checksum in sums.items() if checksum in known}
    parts = {}
    with reading({path: file for path, file in files.items() if path not in loaded}) as read:
        for path, one in read:
            loaded[path] = _load_file(path, one, now)
            parts[loaded[path].set.pk] = one.part
    newest = {source_of(one.key): one for one in StandardsSet.objects.filter(is_latest=True)}
    fresh = {source_of(one.set.key) for one in loaded.values() if one.is_new}
    said = {name: parts.get(newest[name].pk) or entries_of(package_from(newest[name])) for name in unknown(list(newest)) | fresh}
    search.replace(said, words=[part.words for part in parts.values()])
    return [loaded[path] for path in files]


def _load_file(path, one, now):
    try:
        return _load(one, now=now, by=None, publication=Publication())
    except Refused as error:
        error.add_note(path.name)
        raise


def _load(one, *, now, by, publication):
    content = one.package.content
    with connection.cursor() as cursor:  # one load of a set at a time
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 1))", [content["key"]])
    known = StandardsSet.objects.filter(key=content["key"], version=content["version"]).first()
    if known is not None and known.checksum != one.checksum:
        sentence = _("Version %(version)s of “%(key)s” is in the library with other content. Give the changed package a new version.")
        raise Refused(sentence % {"key": content["key"], "version": content["version"]})
    if known is not None:
        StandardsSet.objects.filter(pk=known.pk).exclude(file_checksum=one.file_checksum).update(file_checksum=one.file_checksum)
        return Loaded(known, is_new=False)
    made = _create(content, publication, checksum=one.checksum, file_checksum=one.file_checksum, loaded_at=now)
    after = {"key": made.key, "version": made.version, "checksum": one.checksum}
    journal.write(subject=f"standards:{made.key}", verb="standards.loaded", by=by, now=now, after=after, audience=["public"])
    return Loaded(made, is_new=True)


def _create(content, publication, **marks):
    latest = StandardsSet.objects.filter(key=content["key"], is_latest=True).first()
    is_latest = latest is None or order(content["version"]) > order(latest.version)
    if latest is not None and is_latest:
        StandardsSet.objects.filter(pk=latest.pk).update(is_latest=False, usable_until=publication.previous_until)
    made = StandardsSet.objects.create(
        **{name: content[name] for name in SET_FIELDS},
        **marks,
        is_latest=is_latest,
        agency=publication.agency,
        replaces=publication.replaces,
        in_force_from=publication.in_force_from,
    )
    standards = Standard.objects.bulk_create(
        Standard(set=made, position=place, requirement=one.get("requirement", ""), **{name: one[name] for name in STANDARD_FIELDS})
        for place, one in enumerate(content["standards"], start=1)
    )
    rows = (
        (standard.pk, place, one["number"], one["text"], one["source"], one.get("look_at", {}), *(one.get(name, []) for name in LISTS))
        for standard, source in zip(standards, content["standards"], strict=True)
        for place, one in enumerate(source.get("criteria", ()), start=1)
    )
    copy_rows(Criterion, CRITERION_ROW, rows)
    return made
