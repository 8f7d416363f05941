"""Reading institutions: search by name in any language, also misspelt; authorities by level and day."""

import re

from django.contrib.postgres.search import SearchQuery, SearchVector, TrigramSimilarity
from django.db.models import F, Q, TextField, Value

from tarazy.ground.foundation.fields import plain
from tarazy.ground.people.models import Body
from tarazy.reference.institutions.models import Authority, Institution, SearchWord

MOST_WORDS = 8
NEAREST = 3
LIKE_ENOUGH = 0.3


def words_of(text):
    """The words of a text as the search knows them: lower case, Kazakh letters made plain, no signs."""
    return re.findall(r"[^\W_]+", plain(text))


def search_institutions(text, institutions=None):
    """Institutions with every word of `text` in their name, in whichever language, or with this BIN; a queryset.

    Each word may be the beginning of one. A word that stands in no name is taken for the most similar ones that do.
    `institutions` narrows where to search. An empty text finds nothing.
    """
    institutions = Institution.objects.all() if institutions is None else institutions
    words = words_of(text)[:MOST_WORDS]
    if not words:
        return institutions.none()
    if len(words) == 1 and re.fullmatch(r"\d{12}", words[0]):
        return institutions.filter(bin=words[0])
    return institutions.filter(body_ptr__in=_bodies(_terms(words))).order_by("search", "pk")


def _bodies(terms):
    """The bodies whose names fulfil the terms, through the full text index on their names."""
    query = SearchQuery(terms, config="simple", search_type="raw")
    return Body.objects.annotate(words=SearchVector("search", config="simple")).filter(words=query).values("pk")


def _terms(words):
    """`к:* & (слово:* | слова:*)`; only letters and digits come in, so nothing typed can be an operator. Numbers are never guessed at."""
    known = {word for word in words if word.isdigit()}
    if unsure := [word for word in words if word not in known]:
        known |= _known(unsure)
    return " & ".join(f"{word}:*" if word in known else _similar(word) for word in words)


def _known(words):
    """Those of the words with which some word of a name begins, in one query."""
    found = [
        SearchWord.objects.filter(word__startswith=word).annotate(asked=Value(word, TextField())).order_by().values("asked")[:1]
        for word in set(words)
    ]
    return {row["asked"] for row in found[0].union(*found[1:], all=True)}


def _similar(word):
    """The nearest words of names, or the word itself where none is like it."""
    near = (
        SearchWord.objects.filter(word__trigram_similar=word)
        .annotate(likeness=TrigramSimilarity("word", word))
        .filter(likeness__gte=LIKE_ENOUGH)
        .order_by("-likeness", "word")
        .values_list("word", flat=True)[:NEAREST]
    )
    return "(" + " | ".join([f"{one}:*" for one in near] or [f"{word}:*"]) + ")"


def authority_for(level, day):
    """The authorised body of this level on this day; None for a day before those that we know."""
    in_time = Q(since=None) | Q(since__lte=day)
    not_over = Q(until=None) | Q(until__gte=day)
    found = Authority.objects.filter(in_time, not_over, levels__contains=[level], region=None)
    return found.order_by(F("since").desc(nulls_last=True)).first()


def with_place(institutions):
    """Institutions with their region at hand."""
    return institutions.select_related("region")
