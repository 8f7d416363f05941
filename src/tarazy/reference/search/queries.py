"""Searching the index: which stems a typed word may mean, what has them, and how much of it there is in each facet."""

from dataclasses import dataclass, field

from django.db.models import Case, Count, IntegerField, Q, Value, When
from django.db.models.functions import Length

from tarazy.reference.search.models import Entry, Stem
from tarazy.reference.search.words import other_keyboard_of, readings_of, swapped, words_of

FACETS = ("level", "actor", "kind")
KIND_ORDER = ("standard", "set", "provision", "criterion", "paragraph")
MOST_WORDS = 8
_PREFIX_FROM = 4  # a shorter beginning would mean too many words
_FORGIVEN_FROM = 4  # in a shorter word one letter changes everything


@dataclass(slots=True)
class Result:
    """`entries` in the order of how well they fit, `counts[facet][value]`, and how many there are in all."""

    entries: list[Entry] = field(default_factory=list)
    counts: dict[str, dict[str, int]] = field(default_factory=lambda: {facet: {} for facet in FACETS})
    total: int = 0


def find(text, *, most=50, **chosen):
    """What has every word of `text`, in whichever language and however it is typed; `chosen` narrows by level, actor, kind.

    A word that nothing begins with is read once more as if typed on the other keyboard, then with one letter wrong. Costs
    at most five queries. A facet's counts are those that choosing one of its values would give.
    """
    groups = _meant(text)
    if not groups or not all(groups):
        return Result()
    having = Q()
    for numbers in groups:
        having &= Q(stems__overlap=numbers)
    matching = Entry.objects.filter(having)
    counts, total = _counted(matching, chosen)
    if not total:
        return Result(counts=counts)
    narrowed = _narrowed(matching, chosen).annotate(fit=_fit(groups), order=_order()).order_by("-fit", "order", "source", "position")
    return Result(list(narrowed.defer("title_stems", "stems")[:most]), counts, total)


def _meant(text):
    """For each word the numbers of the stems that it may mean; an empty list where it means nothing we know."""
    words = words_of(text)[:MOST_WORDS]
    found = _begun(words)
    if all(found) or not words:
        return found
    others = other_keyboard_of(text)
    if len(others) == len(words):
        found = [mine or other for mine, other in zip(found, _begun(others), strict=True)]
    return [mine or _forgiven(word) for word, mine in zip(words, found, strict=True)]


def _begun(words):
    """The numbers of the stems that each word, in any of its readings, is the beginning of."""
    readings = [readings_of(word) for word in words]
    wanted = Q()
    for reading in set().union(*readings):
        wanted |= Q(text__startswith=reading) if len(reading) >= _PREFIX_FROM else Q(text=reading)
    known = list(Stem.objects.filter(wanted).values_list("pk", "text")) if words else []
    return [[number for number, stem in known if any(_begins(stem, reading) for reading in ones)] for ones in readings]


def _begins(stem, reading):
    return stem.startswith(reading) if len(reading) >= _PREFIX_FROM else stem == reading


def _forgiven(word):
    """The numbers of the stems that differ from the word by one letter, or by two neighbours in the wrong order."""
    near = [reading for reading in readings_of(word) if len(reading) >= _FORGIVEN_FROM]
    wanted = Q(text__in=set().union(*map(swapped, near)))
    for reading in near:
        wanted |= Q(length__range=(len(reading) - 1, len(reading) + 1)) & Q(text__one_letter_from=reading)
    return list(Stem.objects.annotate(length=Length("text")).filter(wanted).values_list("pk", flat=True))


def _counted(matching, chosen):
    rows = list(matching.values_list("levels", "actor", "kind").annotate(count=Count("pk")).order_by())
    counts: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
    total = 0
    for levels, actor, kind, count in rows:
        values = {"level": levels, "actor": [actor], "kind": [kind]}
        fits = {facet: not chosen.get(facet) or chosen[facet] in values[facet] for facet in FACETS}
        total += count if all(fits.values()) else 0
        for facet in FACETS:
            if all(fits[other] for other in FACETS if other != facet):
                for value in values[facet]:
                    counts[facet][value] = counts[facet].get(value, 0) + count
    return counts, total


def _narrowed(matching, chosen):
    if chosen.get("level"):
        matching = matching.filter(levels__contains=[chosen["level"]])
    return matching.filter(**{facet: chosen[facet] for facet in ("actor", "kind") if chosen.get(facet)})


def _fit(groups):
    """How many of the words stand in the title."""
    return sum(
        (Case(When(title_stems__overlap=numbers, then=Value(1)), default=Value(0), output_field=IntegerField()) for numbers in groups),
        start=Value(0, IntegerField()),
    )


def _order():
    places = [When(kind=kind, then=Value(place)) for place, kind in enumerate(KIND_ORDER)]
    return Case(*places, default=Value(len(KIND_ORDER)), output_field=IntegerField())
