"""The order of the Kazakh alphabet, which code points do not keep (they put І first and Ә last)."""

LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
ORDER = {letter: f"{place:02d}" for place, letter in enumerate(LETTERS, start=30)}


def kazakh_key(text):
    """A key by which Python sorts texts as a Kazakh dictionary does; digits and Latin letters come before Cyrillic ones."""
    return [ORDER.get(letter, "0" + letter) for letter in str(text).lower()]
