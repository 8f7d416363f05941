"""The stems of many texts at once, and the words that they were seen in."""

from tarazy.reference.search.words import STEMMERS, words_of


class Vocabulary:
    """Gives the stems of pieces of text, and gathers each word that was met with its stems, `{"саясаты": {"саяс"}}`.

    `stems[language][piece]` are the stems of the words of a piece by the rules of a language. Each piece is judged once: a
    library says the same words thousands of times.
    """

    def __init__(self):
        self._met: dict[str, set[str]] = {}
        self.stems = {code: _Judged(stemmed, self._met) for code, stemmed in STEMMERS.items()}

    def taken(self):
        """The words that were met since this was last asked."""
        met = dict(self._met)
        self._met.clear()
        return met


class _Judged(dict):
    """The stems of each piece, found when they are first asked for."""

    def __init__(self, stemmed, met):
        super().__init__()
        self._stemmed, self._met = stemmed, met

    def __missing__(self, piece):
        pairs = [(word, self._stemmed(word)) for word in words_of(piece)]
        for word, stem in pairs:
            self._met.setdefault(word, set()).add(stem)
            self._met.setdefault(stem, set()).add(stem)
        self[piece] = stems = tuple(stem for _word, stem in pairs)
        return stems
