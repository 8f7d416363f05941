"""Searching the index: which stems a typed word may mean, what has them, and how much of it there is in each facet."""

from dataclasses import dataclass, field

from django.db.models import Case, Count, IntegerField, Q, Value, When
from django.db.models.functions import Length

from tarazy.reference.search.models import Entry, Word
from tarazy.reference.search.words import other_keyboard_of, spellings_of, stems_meant, swapped, words_of

FACETS = ("level", "actor", "kind")
KIND_ORDER = ("standard", "set", "provision", "criterion", "paragraph")
MOST_WORDS = 8
_PREFIX_FROM = 4  # a shorter beginning would mean too many words
_STEM_PREFIX_FROM = 6  # what is left of a word without its ending says less than what was typed
_FORGIVEN_FROM = 4  # in a shorter word one letter changes everything


@dataclass(slots=True)
class Result:
    """`entries` in the order of how well they fit, `counts[facet][value]`, and how many there are in all."""

    entries: list[Entry] = field(default_factory=list)
    counts: dict[str, dict[str, int]] = field(default_factory=lambda: {facet: {} for facet in FACETS})
    total: int = 0


def find(text, *, most=50, **chosen):
    """What has every word of `text`, in whichever language and however it is typed; `chosen` narrows by level, actor, kind.

    A word that nothing begins with is read once more as if typed on the other keyboard, then with one letter wrong. Costs at
    most four queries, and one or two for each word that is forgiven. A facet's counts are those that choosing a value gives.
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


def unknown(sources):
    """Those of these sources of which the index has nothing."""
    return set(sources) - set(Entry.objects.filter(source__in=sources).values_list("source", flat=True).distinct().order_by())


def _meant(text):
    """For each word the numbers of the stems that it may mean; an empty list where it means nothing we know."""
    tokens = [(words_of(token), other_keyboard_of(token)) for token in text.split()[:MOST_WORDS]]
    known = _begun({word for typed, _other in tokens for word in typed})
    if not all(known.values()):
        known |= _begun({word for _typed, other in tokens for word in other} - known.keys())
    groups = []
    for typed, other in tokens:
        if typed and other and not any(known[word] for word in typed) and all(known.get(word) for word in other):
            groups += [known[word] for word in other]
        else:
            groups += [known[word] or _forgiven(word) for word in typed[: MOST_WORDS - len(groups)]]
    return groups[:MOST_WORDS]


def _begun(words):
    """For each word the numbers of the stems of the words that it begins, as it was typed or without its ending."""
    readings = {word: _Reading(word) for word in words}
    if not words:
        return {}
    wanted = Q(text__in=set().union(*(one.whole for one in readings.values())))
    for beginning in set().union(*(one.beginnings for one in readings.values())):
        wanted |= Q(text__startswith=beginning)
    known = list(Word.objects.filter(wanted).values_list("text", "stems"))
    return {word: sorted(set().union(*(stems for text, stems in known if one.fits(text)))) for word, one in readings.items()}


class _Reading:
    """What a typed word may be: `whole` words, and `beginnings` of words."""

    def __init__(self, word):
        spellings, stems = spellings_of(word), stems_meant(word)
        self.whole = spellings | stems
        self.beginnings = tuple(
            {one for one in spellings if len(one) >= _PREFIX_FROM} | {one for one in stems if len(one) >= _STEM_PREFIX_FROM}
        )

    def fits(self, text):
        return text in self.whole or text.startswith(self.beginnings)


def _forgiven(word):
    """The numbers of the stems of words that differ from this one by a letter; failing that, from what is left without its ending."""
    return _near(spellings_of(word)) or _near(stems_meant(word))


def _near(spellings):
    """The numbers of the stems of words with one letter more, less or other, or with two neighbours in the other order."""
    long = [one for one in spellings if len(one) >= _FORGIVEN_FROM]
    if not long:
        return []
    wanted = Q(text__in=set().union(*map(swapped, long)))
    for one in long:
        wanted |= Q(length__range=(len(one) - 1, len(one) + 1)) & Q(text__one_letter_from=one)
    found = Word.objects.annotate(length=Length("text")).filter(wanted).values_list("stems", flat=True)
    return sorted(set().union(*found))


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
    """The place of an entry's kind; provisions are of many kinds, and all have the same place."""
    places = [When(kind=kind, then=Value(place)) for place, kind in enumerate(KIND_ORDER)]
    return Case(*places, default=Value(KIND_ORDER.index("provision")), output_field=IntegerField())
