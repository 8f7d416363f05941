"""Reading the provisions as a test wants them: a group by its name, and which of its statements does not say what it must."""

from itertools import zip_longest

from tarazy.reference.guidelines.provisions import levels

LANGUAGES = ("kk", "ru", "en")


def group(level, key):
    """A group of provisions of a level."""
    return next(one for one in levels()[level].groups if one.key == key)


def groups(level, *kinds):
    """The groups of a level that are of one of these kinds."""
    return [one for one in levels()[level].groups if one.kind in kinds]


def origin(found):
    """What kind of provisions it holds, who acts, and the paragraphs it comes from, in their order."""
    return found.kind, found.actor, " ".join(sorted(found.paragraphs, key=lambda number: (int(number.removesuffix("bis")), number)))


def unsaid(found, language, *words):
    """The statements of a group that do not say their word, each with it; a statement too few or too many is one of them."""
    texts = [getattr(one.text, language) for one in found.provisions]
    return [(word, text) for word, text in zip_longest(words, texts) if not (word and text and word.casefold() in text.casefold())]


def told(found, language="en"):
    """All that a group says, in one text."""
    return " ".join(getattr(one.text, language) for one in found.provisions)
