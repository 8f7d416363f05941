"""Loading standards packages: a changed package is a new version, an old version never changes."""

from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction
from django.utils.translation import gettext as _

from tarazy.ground.foundation.errors import Refused
from tarazy.ground.journal import services as journal
from tarazy.reference.standards.models import Criterion, Standard, StandardsSet
from tarazy.reference.standards.package import PACKAGES, PackageInvalid, parse

SET_FIELDS = ("key", "version", "level", "levels", "owner", "kind", "title", "summary", "source", "complete")
STANDARD_FIELDS = ("number", "title", "purpose", "source", "crosswalk")
CRITERION_FIELDS = ("number", "text", "look_at", "evidence", "question", "source")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The set, and whether this load made it."""

    set: StandardsSet
    is_new: bool


@transaction.atomic
def load_package(source, *, now, by=None):
    """Take in one package (a path or bytes), all or nothing.

    The same content again changes nothing. Raises `PackageInvalid` with a sentence for each line that is wrong, and
    `Refused` where the version is known with other content: whoever changes a package gives it a new version.
    """
    package = parse(source.read_bytes() if isinstance(source, Path) else source)
    content, checksum = package.content, package.checksum
    with connection.cursor() as cursor:  # one load of a set at a time
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 1))", [content["key"]])
    known = StandardsSet.objects.filter(key=content["key"], version=content["version"]).first()
    if known is not None and known.checksum != checksum:
        sentence = _("Version %(version)s of “%(key)s” is in the library with other content. Give the changed package a new version.")
        raise Refused(sentence % {"key": content["key"], "version": content["version"]})
    if known is not None:
        return Loaded(known, is_new=False)
    made = _create(content, checksum, now)
    after = {"key": made.key, "version": made.version, "checksum": checksum}
    journal.write(subject=f"standards:{made.key}", verb="standards.loaded", by=by, now=now, after=after, audience=["public"])
    return Loaded(made, is_new=True)


def load_all(*, now, folder=PACKAGES):
    """Load every package of a folder; gives `Loaded` for each. Says in the error which file is wrong."""
    loaded = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            loaded.append(load_package(path, now=now))
        except (PackageInvalid, Refused) as error:
            error.add_note(path.name)
            raise
    return loaded


def _create(content, checksum, now):
    latest = StandardsSet.objects.filter(key=content["key"], is_latest=True).first()
    is_latest = latest is None or order(content["version"]) > order(latest.version)
    if latest is not None and is_latest:
        StandardsSet.objects.filter(pk=latest.pk).update(is_latest=False)
    made = StandardsSet.objects.create(
        **{name: content[name] for name in SET_FIELDS}, checksum=checksum, loaded_at=now, is_latest=is_latest
    )
    standards = Standard.objects.bulk_create(
        Standard(set=made, position=place, requirement=one.get("requirement", ""), **{name: one[name] for name in STANDARD_FIELDS})
        for place, one in enumerate(content["standards"], start=1)
    )
    Criterion.objects.bulk_create(
        Criterion(standard=standard, position=place, **{name: one[name] for name in CRITERION_FIELDS})
        for standard, source in zip(standards, content["standards"], strict=True)
        for place, one in enumerate(source.get("criteria", ()), start=1)
    )
    return made


def order(version):
    """Versions in their order: "2022.10" comes after "2022.9"."""
    return tuple(int(part) for part in version.split("."))
