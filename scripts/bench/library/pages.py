"""Pages of the library and searches in it, with their limits."""

from collections.abc import Iterator
from functools import partial

from django.test import Client
from django.urls import reverse

from scripts.bench.library import packages
from scripts.bench.library.loading import loaded
from scripts.bench.measures import each_of, milliseconds, queries, visit
from scripts.bench.report import Row
from tarazy.reference.search.queries import find
from tarazy.reference.standards.models import Standard, StandardsSet

SET, DIFFERENCE, FIRST, OTHER, SEARCH = 60, 100, 100, 80, 30  # milliseconds
FEW, MANY = 10, 15  # queries
ASKED = {
    "a frequent word": ("сапа", "качество", "quality"),
    "several words": ("оқушылар пікірі сауалнама", "внутренняя оценка качества обучения", "students take part in self-assessment"),
    "the beginning of a word": ("оқыт", "обра", "стан", "assess"),
    "a wrong letter": ("сауалнома", "аккредитациия", "инклюзиа", "assesment", "quality assuranse"),
    "Kazakh in Latin letters": ("sapa sayasaty", "oqushylar", "balabaqsha", "ata-analar jinalysy"),
    "the other keyboard": ("rfxtcndj", "vtrntg", "ыгкмун", "jwtyrf rfxtcndf"),
    "a word that nothing has": ("zzzzqqqq", "щщщщъъъъ", "качество фывапролд"),
}


def measured() -> list[Row]:
    """Every figure of the library, in the order of the table; the library is loaded first."""
    return [*loaded(), *_pages(), *_searches()]


def _pages() -> Iterator[Row]:
    for name, address, limit, most in _visited():
        look = partial(visit, Client(), address)
        yield Row(f"{name}: time", milliseconds(look), "ms", limit)
        yield Row(f"{name}: queries", queries(look), "queries", most)


def _visited() -> Iterator[tuple[str, str, float, int]]:
    total = StandardsSet.objects.filter(is_latest=True).count()
    key, other = packages.key_of(1), packages.key_of(2)
    yield f"Library of {total} sets", reverse("standards:library"), FIRST, FEW
    yield "Set of 100 criteria", reverse("standards:set", args=[other]), SET, FEW
    yield "Standard of ten criteria", reverse("standards:standard", args=[other, packages.FIRST, "5"]), SET, FEW
    versions = [key, packages.FIRST, packages.SECOND]
    yield "Two versions of a set, half of it changed", reverse("standards:difference", args=versions), DIFFERENCE, FEW
    yield "What the library found", reverse("standards:find") + "?q=оценка+качества", OTHER, MANY
    yield "Quality at one level", reverse("guidelines:level", args=["secondary"]), OTHER, MANY
    yield "The Guidelines by paragraph", reverse("guidelines:paragraphs"), OTHER, MANY
    yield "Graph from a standard of the Guidelines", reverse("correspondences:graph", args=["secondary_internal", "1"]), OTHER, MANY
    yield "Graph from a standard of an agency", reverse("correspondences:graph", args=[other, "1"]), OTHER, MANY
    yield "Gaps between two sets", reverse("correspondences:gaps", args=["secondary_internal", key]), OTHER, MANY


def _searches() -> Iterator[Row]:
    for how, words in {**ASKED, "a rare word": _names()}.items():
        yield Row(f"Search of the library, {how}", each_of(_found, words), "ms", SEARCH)


def _found(words: str) -> None:
    find(words, most=50)


def _names() -> list[str]:
    """Words that hardly more than one criterion has, in three languages."""
    last = [
        one.evidence[-1]
        for standard in Standard.objects.filter(set__key=packages.key_of(3)).prefetch_related("criteria")
        for one in standard.criteria.all()
        if " – " in one.evidence[-1]["kk"]
    ]
    return [text[code].rpartition(" – ")[2] for text in last[:4] for code in ("kk", "ru", "en")]
