"""The words that experts are described with."""

from django.utils.translation import gettext_lazy as _

from tarazy.ground.foundation.text import reader_language

BACKGROUNDS = {
    "academic": _("Academic"),
    "employer": _("Employer"),
    "student": _("Student"),
    "international": _("International"),
}
LEVELS = {
    "preschool": _("Preschool"),
    "secondary": _("Secondary"),
    "vocational": _("Vocational"),
    "higher": _("Higher"),
    "additional": _("Additional"),
}
LANGUAGES = {"kk": _("Kazakh"), "ru": _("Russian"), "en": _("English")}


def languages_of(codes):
    """The names of languages, in the reader's language and in one order; only English writes them with a capital."""
    names = [str(name) for code, name in LANGUAGES.items() if code in codes]
    return names if reader_language() == "en" else [name.lower() for name in names]
