"""Text in three languages: Kazakh, Russian, English.

A `Text` is what an organisation, a standard or a finding is called or says. Not every text exists in every language;
`said_in` tells which language was given, so that a page can mark it (interface.md, principle 7).
"""

from dataclasses import dataclass

from django.utils import translation

LANGUAGES = ("kk", "ru", "en")
# What a reader of a language is offered when their own is missing: the nearest that most of them read.
FALLBACK = {
    "kk": ("kk", "ru", "en"),
    "ru": ("ru", "kk", "en"),
    "en": ("en", "ru", "kk"),
}


def reader_language():
    """The active language as one of our three; Russian where another one is active."""
    code = (translation.get_language() or "ru")[:2]
    return code if code in LANGUAGES else "ru"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in up to three languages; an empty string means that it does not exist in that language."""

    kk: str = ""
    ru: str = ""
    en: str = ""

    @classmethod
    def of(cls, value):
        """A `Text` from a mapping, a `Text`, or a plain string that is taken as said in every language."""
        if isinstance(value, cls):
            return value
        if isinstance(value, str):
            return cls(value, value, value)
        value = value or {}
        return cls(value.get("kk") or "", value.get("ru") or "", value.get("en") or "")

    def said_in(self, language):
        """The text for a reader of `language` and the language it is really in: `("Колледж", "ru")`."""
        for code in FALLBACK[language]:
            if getattr(self, code):
                return getattr(self, code), code
        return "", language

    def is_whole(self):
        """Whether the text exists in all three languages."""
        return all(getattr(self, code) for code in LANGUAGES)

    def as_dict(self):
        """The stored form: all three keys, in the order of the languages."""
        return {code: getattr(self, code) for code in LANGUAGES}

    def __str__(self):
        return self.said_in(reader_language())[0]

    def __bool__(self):
        return any(getattr(self, code) for code in LANGUAGES)
