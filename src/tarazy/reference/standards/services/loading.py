"""Loading standards packages: a changed package is a new version, an old version never changes."""

import hashlib
from pathlib import Path

from django.db import transaction

from tarazy.reference.search import services as search
from tarazy.reference.search.queries import unknown
from tarazy.reference.search.vocabulary import Vocabulary
from tarazy.reference.standards.entries import entries_of, source_of
from tarazy.reference.standards.models import StandardsSet
from tarazy.reference.standards.package import PACKAGES
from tarazy.reference.standards.queries import package_from
from tarazy.reference.standards.services.reading import lot_of, reading
from tarazy.reference.standards.services.writing import Loaded, write_sets


@transaction.atomic
def load_package(source, *, now, by=None, publication=None):
    """Take in one package (a path, bytes, or a `Package`), all or nothing, and put it into the search.

    The same content again changes nothing. Raises `PackageInvalid` with a sentence for each line that is wrong, and
    `Refused` where the version is known with other content: whoever changes a package gives it a new version.
    """
    lot = lot_of([source.read_bytes() if isinstance(source, Path) else source], Vocabulary())
    search.hold()
    [loaded] = write_sets([("", lot.packages[0])], now=now, by=by, publication=publication)
    if loaded.is_new and loaded.set.is_latest:
        search.replace({}, parts=[(lot.part, [source_of(loaded.set.key)])])
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
    if new := {path: file for path, file in files.items() if path not in loaded}:
        search.hold()
        with reading(new) as read:
            search.replace({}, parts=_written(read, loaded, now))
    _put_into_search_what_it_lacks()
    return [loaded[path] for path in files]


def _written(read, loaded, now):
    """Write each lot that was read, note in `loaded` what became of it, and give its part with the names of what is new in the search."""
    for paths, lot in read:
        written = write_sets([(path.name, one) for path, one in zip(paths, lot.packages, strict=True)], now=now)
        loaded |= zip(paths, written, strict=True)
        yield lot.part, [source_of(one.set.key) if one.is_new and one.set.is_latest else None for one in written]


def _put_into_search_what_it_lacks():
    newest = {source_of(one.key): one for one in StandardsSet.objects.filter(is_latest=True)}
    if lacking := unknown(list(newest)):
        search.replace({name: entries_of(package_from(newest[name])) for name in lacking})
