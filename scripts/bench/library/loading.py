"""The library loaded into its empty database, once everything, once nothing new; and what else its pages need."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from django.db import connection
from django.urls import reverse
from django.utils.text import Truncator

from scripts.bench.copying import emptied
from scripts.bench.library import packages
from scripts.bench.report import Row
from tarazy.reference.correspondences.models import Correspondence, Relation
from tarazy.reference.correspondences.services import load_crosswalks
from tarazy.reference.guidelines import services as guidelines
from tarazy.reference.search.models import Entry, Posting, Volume, Word
from tarazy.reference.standards import services
from tarazy.reference.standards.models import Standard, StandardsSet
from tarazy.reference.standards.package import PACKAGES, package_of

LOADED, UNCHANGED = 10, 1  # seconds
AGAIN = 3  # times that the unchanged library is loaded


def loaded() -> Iterator[Row]:
    """Load everything into empty tables, load it again, then put the second version and a crosswalk beside it."""
    emptied((StandardsSet, Correspondence, Volume, Entry, Posting, Word))
    reverse("standards:library")  # the addresses of all pages are known before any command of Django begins: its checks read them
    with TemporaryDirectory(prefix="tarazy-bench-") as name:
        folder = Path(name)
        packages.write_packages(folder)
        for path in PACKAGES.glob("*.yaml"):
            (folder / path.name).symlink_to(path)
        number = len(list(folder.glob("*.yaml")))
        yield Row(f"Loading the library, {number} sets, the Guidelines: time", _seconds(folder), "s", LOADED)
        unchanged = min(_seconds(folder) for _time in range(AGAIN))
        yield Row(f"Loading the library, {number} sets, unchanged: time", unchanged, "s", UNCHANGED)
    services.load_package(package_of(packages.revised(packages.package(1))), now=datetime.now(UTC))
    _compare()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _seconds(folder: Path) -> float:
    began = perf_counter()
    services.load_all(now=datetime.now(UTC), folder=folder)
    load_crosswalks()
    guidelines.index()
    return round(perf_counter() - began, 2)


def _compare() -> None:
    """Every standard of the bench corresponds to one of the same level in the Guidelines, as an agency's own set does."""
    known = Standard.objects.filter(set__is_latest=True).exclude(set__kind="frame").select_related("set").order_by("set__key", "position")
    models = {level: [one for one in known if one.set.owner == "guidelines" and level in one.set.levels] for level in packages.LEVELS}
    ends = {level: cycle(standards) for level, standards in models.items()}
    relations = cycle(Relation.values)
    pairs = [(one, next(ends[one.set.level]), next(relations)) for one in known if one.set.owner == packages.OWNER]
    today = datetime.now(UTC).date()
    Correspondence.objects.bulk_create(
        Correspondence(
            crosswalk="bench",
            from_set=one.set.key,
            from_number=one.number,
            to_set=other.set.key,
            to_number=other.number,
            relation=relation,
            reason={code: Truncator(getattr(other.purpose, code)).words(15) for code in ("kk", "ru", "en")},
            author="Bench",
            made_on=today,
        )
        for one, other, relation in pairs
    )
