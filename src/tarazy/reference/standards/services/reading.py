"""Reading package files before anything of them goes into the database: content, checksums, what the search finds of them.

It takes most of the time of a loading, and no file needs another one: many are read by several processes.
"""

import gc
import hashlib
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from django.urls import reverse

from tarazy.reference.search.vocabulary import Vocabulary
from tarazy.reference.search.volumes import Part, part_of
from tarazy.reference.standards.entries import entries_of
from tarazy.reference.standards.package import Package, PackageInvalid, looks_right, parse, schema

MUCH = 8 * 1024 * 1024  # bytes; less is read before other processes have begun


@dataclass(frozen=True, slots=True)
class Taken:
    """A package as it came: the file's own checksum where it was a file, and its part of the index."""

    package: Package
    checksum: str
    file_checksum: str
    part: Part


def taken(source, vocabulary):
    """What came as bytes of a file or as a `Package`; raises `PackageInvalid` with what is wrong in a file."""
    package = source if isinstance(source, Package) else parse(source)
    file_checksum = "" if isinstance(source, Package) else hashlib.sha256(source).hexdigest()
    return Taken(package, package.checksum, file_checksum, part_of(entries_of(package), vocabulary))


@contextmanager
def reading(files):
    """`(path, Taken)` of each of the files (`{path: bytes}`) one after the other; raises `PackageInvalid`, noting which file it is.

    A word that several files have is among the words of one of their parts only.
    """
    vocabulary = Vocabulary()
    if sum(map(len, files.values())) < MUCH or sys.platform != "linux":
        yield ((path, _noted(path, file, vocabulary)) for path, file in files.items())
        return
    looks_right({}, schema())  # what every process needs is there before they part: the compiled schema, the pages' addresses
    reverse("standards:library")
    with ProcessPoolExecutor(os.cpu_count(), get_context("fork"), _begin) as pool:
        found = pool.map(_if_right, files.values())
        try:
            yield ((path, one or _noted(path, file, vocabulary)) for (path, file), one in zip(files.items(), found, strict=True))
        finally:
            pool.shutdown(cancel_futures=True)


_own: dict[str, Vocabulary] = {}  # of a process of the pool


def _begin():
    """A fork knows what its parent knew; it never speaks to the database, and leaves nothing behind that needs collecting."""
    gc.disable()
    _own["vocabulary"] = Vocabulary()


def _if_right(file):
    """What came, or nothing where something is wrong with it: the process that asks tells what, in its reader's language."""
    try:
        return taken(file, _own["vocabulary"])
    except PackageInvalid:
        return None


def _noted(path, file, vocabulary):
    try:
        return taken(file, vocabulary)
    except PackageInvalid as error:
        error.add_note(path.name)
        raise
