"""Reading package files before anything of them goes into the database: content, checksums, what the search finds of them.

It takes most of the time of a loading, and no file needs another one: many are read by several processes.
"""

import gc
import hashlib
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from django.urls import reverse

from tarazy.ground.foundation.copying import lines_of
from tarazy.reference.search.vocabulary import Vocabulary
from tarazy.reference.search.volumes import Part, part_of
from tarazy.reference.standards.entries import entries_of
from tarazy.reference.standards.models import Criterion, Standard
from tarazy.reference.standards.package import KEY_ORDER, LISTS, Package, PackageInvalid, looks_right, parse, schema

SET = tuple(name for name in KEY_ORDER if name != "standards")
STANDARD = ("position", "number", "title", "purpose", "source", "requirement")
CRITERION = ("position", "number", "text", "source", "look_at", *LISTS)
MUCH = 8 * 1024 * 1024  # bytes; less is read before other processes have begun
AT_ONCE = 4 * 1024 * 1024  # bytes of files that a process reads before it gives what it has


@dataclass(frozen=True, slots=True)
class Taken:
    """A package as it came, ready to be written.

    `head` is what is said of the set itself; `standards` and `criteria` are lines for COPY, of `STANDARD` for each standard
    and of `CRITERION` for each of its criteria. With them the checksums, of the content and of the file where it was one.
    """

    head: dict
    standards: list[bytes]
    criteria: list[list[bytes]]
    checksum: str
    file_checksum: str


@dataclass(frozen=True, slots=True)
class Lot:
    """Packages that were read together, and their part of the index, which has a source for each of them."""

    packages: list[Taken]
    part: Part


def lot_of(sources, vocabulary):
    """What came as bytes of files or as `Package`s; raises `PackageInvalid` with what is wrong in a file."""
    sources = list(sources)
    packages = [source if isinstance(source, Package) else parse(source) for source in sources]
    sums = ["" if isinstance(source, Package) else hashlib.sha256(source).hexdigest() for source in sources]
    return Lot(list(map(_taken, packages, sums)), part_of(map(entries_of, packages), vocabulary))


def _taken(package, file_checksum):
    standards = package.content["standards"]
    rows = [
        (place, one["number"], one["title"], one["purpose"], one["source"], one.get("requirement", ""))
        for place, one in enumerate(standards, start=1)
    ]
    return Taken(
        head={name: package.content[name] for name in SET},
        standards=lines_of(Standard, STANDARD, rows),
        criteria=[_lines(one.get("criteria", ())) for one in standards],
        checksum=package.checksum,
        file_checksum=file_checksum,
    )


def _lines(criteria):
    rows = [
        (place, one["number"], one["text"], one["source"], one.get("look_at", {}), *(one.get(name, ()) for name in LISTS))
        for place, one in enumerate(criteria, start=1)
    ]
    return lines_of(Criterion, CRITERION, rows)


@contextmanager
def reading(files):
    """Some paths and the `Lot` of them, one lot after the other until each of the files (`{path: bytes}`) was read.

    Raises `PackageInvalid`, noting which file it is. A word that several lots have is among the words of one of them only.
    """
    vocabulary = Vocabulary()
    if sum(map(len, files.values())) < MUCH or sys.platform != "linux":
        yield _one_by_one(files, vocabulary)
        return
    looks_right({}, schema())  # what every process needs is there before they part: the schema, the pages' addresses
    reverse("standards:library")
    together = list(_parted(files))
    with ProcessPoolExecutor(os.cpu_count(), get_context("fork"), _begin, (together,)) as pool:
        found = pool.map(_if_right, range(len(together)))
        try:
            yield chain.from_iterable(
                [(list(some), lot)] if lot else _one_by_one(some, vocabulary) for some, lot in zip(together, found, strict=True)
            )
        finally:
            pool.shutdown(cancel_futures=True)


def _parted(files):
    """The files in lots."""
    some: dict[Path, bytes] = {}
    for path, file in files.items():
        if some and sum(map(len, some.values())) + len(file) > AT_ONCE:
            yield some
            some = {}
        some[path] = file
    yield some


@dataclass(slots=True)
class _Own:
    """What a process of the pool has: the files in lots, and the words that it has met."""

    together: list[dict[Path, bytes]] = field(default_factory=list)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)


_own = _Own()


def _begin(together):
    """A fork has what its parent had, the files too; it never speaks to the database, and leaves nothing behind that needs collecting."""
    gc.disable()
    _own.together, _own.vocabulary = together, Vocabulary()


def _if_right(number):
    """A lot, or nothing where something is wrong with it: the process that asks tells what, in its reader's language."""
    try:
        return lot_of(_own.together[number].values(), _own.vocabulary)
    except PackageInvalid:
        return None


def _one_by_one(files, vocabulary):
    """A lot for each file."""
    for path, file in files.items():
        try:
            yield [path], lot_of([file], vocabulary)
        except PackageInvalid as error:
            error.add_note(path.name)
            raise
