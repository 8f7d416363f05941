"""What a typed word may mean: the stems of words that it begins, on either keyboard, or that it misses by a letter."""

from django.db.models import Q
from django.db.models.functions import Reverse

from tarazy.reference.search.models import Word
from tarazy.reference.search.words import other_keyboard_of, spellings_of, stems_meant, swapped, words_of

MOST_WORDS = 8
_PREFIX_FROM = 4  # a shorter beginning would mean too many words
_STEM_PREFIX_FROM = 6  # what is left of a word without its ending says less than what was typed
_FORGIVEN_FROM = 4  # in a shorter word one letter changes everything


def meant(text):
    """For each word of a text the stems that it may mean; an empty set where it means nothing we know.

    Costs a query, one more where some word is not known, and one or two for each word that is forgiven a letter.
    """
    tokens = [(words_of(token), other_keyboard_of(token)) for token in text.split()[:MOST_WORDS]]
    known = begun({word for typed, _other in tokens for word in typed})
    if not all(known.values()):
        known |= begun({word for _typed, other in tokens for word in other} - known.keys())
    groups = []
    for typed, other in tokens:
        if typed and other and not any(known[word] for word in typed) and all(known.get(word) for word in other):
            groups += [known[word] for word in other]
        else:
            groups += [known[word] or _forgiven(word) for word in typed[: MOST_WORDS - len(groups)]]
    return groups[:MOST_WORDS]


def begun(words):
    """For each word the stems of the words that it begins, as it was typed or without its ending."""
    readings = {word: _Reading(word) for word in words}
    if not words:
        return {}
    wanted = Q(text__in=set().union(*(one.whole for one in readings.values())))
    for beginning in set().union(*(one.beginnings for one in readings.values())):
        wanted |= Q(text__startswith=beginning)
    known = list(Word.objects.filter(wanted).values_list("text", "stems"))
    return {word: set().union(*(stems for text, stems in known if one.fits(text))) for word, one in readings.items()}


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
    """The stems of words that differ from this one by a letter; failing that, from what is left without its ending."""
    return _near(spellings_of(word)) or _near(stems_meant(word))


def _near(spellings):
    """The stems of words with one letter more, less or other, or with two neighbours in the other order.

    One letter leaves one half of a word as it is: only words that begin or end alike are compared letter by letter.
    """
    long = [one for one in spellings if len(one) >= _FORGIVEN_FROM]
    if not long:
        return set()
    wanted = Q(text__in=set().union(*map(swapped, long)))
    for one in long:
        half = len(one) // 2
        alike = Q(text__startswith=one[:half]) | Q(backwards__startswith=one[: half - 1 : -1])
        wanted |= alike & Q(text__one_letter_from=one)
    return set().union(*Word.objects.annotate(backwards=Reverse("text")).filter(wanted).values_list("stems", flat=True))
