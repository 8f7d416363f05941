"""How words are made comparable: small letters, Kazakh letters plain, endings off; and how they may have been typed.

Russian and English endings are taken off by Snowball's stemmers in C. No stemmer for Kazakh ships anywhere (facts B11), so its
endings are taken off here: cases, possessives, plural, the commonest endings of adjectives and verbs, as long as four
letters stay. What is left need not be a word; it must only be the same for all forms.
"""

import re
import threading
import unicodedata
from functools import lru_cache

import Stemmer

from tarazy.ground.foundation.fields import plain

LONGEST = 60
_WORD = re.compile(rf"[a-zа-я0-9]{{1,{LONGEST}}}")
_LATIN = re.compile(r"[a-z]")
_SHORTEST_STEM = 4


class _Snowball(threading.local):
    """The stemmers of one thread: they must not be shared by several."""

    def __init__(self):
        self.russian, self.english = Stemmer.Stemmer("russian", 0), Stemmer.Stemmer("english", 0)


_SNOWBALL = _Snowball()

# As `plain` writes them: і is и, ң is н, ғ is г, қ is к, ұ and ү are у, ә is а, ө is о.
_KAZAKH_ENDINGS = {
    "нын", "нин", "дын", "дин", "тын", "тин", "га", "ге", "ка", "ке", "на", "не", "ны", "ни", "ды", "ди", "ты", "ти", "да", "де", "та",
    "те", "нда", "нде", "дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен", "лар", "лер", "дар", "дер", "тар", "тер", "сы",
    "си", "ы", "и", "ым", "им", "мыз", "миз", "ымыз", "имиз", "ныз", "низ", "ын", "ин", "н", "лы", "ли", "сыз", "сиз", "дагы", "деги",
    "тагы", "теги", "гы", "ги", "кы", "ки", "лык", "лик", "дык", "дик", "тык", "тик", "у", "ып", "ип", "ган", "ген", "кан", "кен",
    "атын", "етин", "йтын", "йтин", "ады", "еди", "а", "е",
}  # fmt: skip
_LONGEST_ENDING = max(map(len, _KAZAKH_ENDINGS))
_MOST_ENDINGS = 4

# What people type for Kazakh and Russian letters on a Latin keyboard, the longest first.
_CYRILLIC = {
    "shch": "щ", "sh": "ш", "ch": "ч", "zh": "ж", "kh": "х", "gh": "г", "ts": "ц", "ya": "я", "yu": "ю", "yo": "е", "iya": "ия",
    "ng": "нг", "a": "а", "b": "б", "c": "ц", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и", "j": "ж", "k": "к",
    "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "w": "у",
    "x": "х", "y": "ы", "z": "з",
}  # fmt: skip
_LETTERS = re.compile("|".join(sorted(_CYRILLIC, key=len, reverse=True)))
_Y_AFTER_VOWEL = re.compile(r"(?<=[aeou])y(?![auo])")
# The official Latin letters of Kazakh and those used before them, as plain Latin ones; loose accents, of a stress or a copied PDF, go.
_DIACRITICS = str.maketrans("äăáéğǵıíñńöóśūúüûýç", "aaaeggiinnoosuuuuyc")
_DIACRITICS |= {ord("ş"): "sh"} | dict.fromkeys([*range(0x300, 0x370), 0xAD], "")
_KEYS_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
_KEYS_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбю"
_OTHER_KEYBOARD = str.maketrans(_KEYS_LATIN + _KEYS_RUSSIAN, _KEYS_RUSSIAN + _KEYS_LATIN)


def words_of(text):
    """The words of a text in small letters, Kazakh letters made plain: "Сапа саясаты" gives ["сапа", "саясаты"]."""
    return _WORD.findall(plain(unicodedata.normalize("NFC", text)).translate(_DIACRITICS))


def spellings_of(word):
    """The word as it was typed and, of Latin letters, as the Cyrillic ones that they may stand for."""
    return {word, cyrillic_of(word)} if _LATIN.search(word) else {word}


def stems_meant(word):
    """The stems that a typed word may have in any of the languages."""
    found = {stem(one) for one in spellings_of(word) for stem in (_russian, _kazakh)}
    return found | {_english(word)}


def other_keyboard_of(text):
    """The words that the same keys give on the other keyboard: "vtrntg" gives ["мектеп"]."""
    return words_of(text.lower().translate(_OTHER_KEYBOARD))


def cyrillic_of(word):
    """A word in Latin letters as Cyrillic ones, plain: "balabaqsha" gives "балабакша"."""
    return _LETTERS.sub(lambda found: _CYRILLIC[found.group()], _Y_AFTER_VOWEL.sub("й", word))


def swapped(word):
    """The word with each two neighbouring letters in the other order, the commonest slip beside a wrong letter."""
    return {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}


@lru_cache(maxsize=50_000)
def _kazakh(word):
    for _step in range(_MOST_ENDINGS):
        longest = min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM)
        ending = next((size for size in range(longest, 0, -1) if word[-size:] in _KAZAKH_ENDINGS), None)
        if ending is None:
            break
        word = word[:-ending]
    return word


@lru_cache(maxsize=50_000)
def _russian(word):
    return _SNOWBALL.russian.stemWord(word)


@lru_cache(maxsize=50_000)
def _english(word):
    return _SNOWBALL.english.stemWord(word)


STEMMERS = {"kk": _kazakh, "ru": _russian, "en": _english}
