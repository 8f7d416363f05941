"""Loading standards packages: a changed package is a new version, an old version never changes."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction
from django.utils.translation import gettext as _

from tarazy.ground.foundation.errors import Refused
from tarazy.ground.journal import services as journal
from tarazy.reference.search import services as search
from tarazy.reference.search.queries import unknown
from tarazy.reference.standards.entries import entries_of, source_of
from tarazy.reference.standards.models import Criterion, Standard, StandardsSet
from tarazy.reference.standards.package import LISTS, PACKAGES, Package, PackageInvalid, order, parse

SET_FIELDS = ("key", "version", "level", "levels", "owner", "kind", "title", "summary", "source", "complete")
STANDARD_FIELDS = ("number", "title", "purpose", "source")
CRITERION_FIELDS = ("number", "text", "source")


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
    loaded = _load(source, now=now, by=by, publication=publication or Publication())
    if loaded.is_new and loaded.set.is_latest:
        search.replace({source_of(loaded.set.key): entries_of(loaded.set)})
    return loaded


@transaction.atomic
def load_all(*, now, folder=None):
    """Load every package of a folder (our own where none is named), all or nothing; gives `Loaded` for each.

    Says in the error which file is wrong. A file whose bytes came in before is not read again. Sets that the search
    does not have, of agencies too, are put into it.
    """
    paths = sorted((folder or PACKAGES).glob("*.yaml"))
    sums = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
    known = {one.file_checksum: one for one in StandardsSet.objects.filter(file_checksum__in=sums.values())}
    loaded = [Loaded(known[sums[path]], is_new=False) if sums[path] in known else _load_file(path, now) for path in paths]
    newest = {source_of(one.key): one for one in StandardsSet.objects.filter(is_latest=True)}
    wanted = unknown(list(newest)) | {source_of(one.set.key) for one in loaded if one.is_new}
    search.replace({source: entries_of(newest[source]) for source in wanted})
    return loaded


def _load_file(path, now):
    try:
        return _load(path, now=now, by=None, publication=Publication())
    except (PackageInvalid, Refused) as error:
        error.add_note(path.name)
        raise


def _load(source, *, now, by, publication):
    file = source.read_bytes() if isinstance(source, Path) else source
    package = file if isinstance(file, Package) else parse(file)
    content, checksum = package.content, package.checksum
    with connection.cursor() as cursor:  # one load of a set at a time
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 1))", [content["key"]])
    known = StandardsSet.objects.filter(key=content["key"], version=content["version"]).first()
    if known is not None and known.checksum != checksum:
        sentence = _("Version %(version)s of “%(key)s” is in the library with other content. Give the changed package a new version.")
        raise Refused(sentence % {"key": content["key"], "version": content["version"]})
    file_checksum = hashlib.sha256(file).hexdigest() if isinstance(file, bytes) else ""
    if known is not None:
        StandardsSet.objects.filter(pk=known.pk).exclude(file_checksum=file_checksum).update(file_checksum=file_checksum)
        return Loaded(known, is_new=False)
    made = _create(content, publication, checksum=checksum, file_checksum=file_checksum, loaded_at=now)
    after = {"key": made.key, "version": made.version, "checksum": checksum}
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
    Criterion.objects.bulk_create(
        Criterion(
            standard=standard,
            position=place,
            look_at=one.get("look_at") or {},
            **{name: one[name] for name in CRITERION_FIELDS},
            **{name: one.get(name, []) for name in LISTS},
        )
        for standard, source in zip(standards, content["standards"], strict=True)
        for place, one in enumerate(source.get("criteria", ()), start=1)
    )
    return made
