"""Judging values: each kind has one check, which gives the clean value or raises `Wrong` with a sentence."""

import string

from django.utils.translation import gettext as _

from tarazy.ground.foundation.text import LANGUAGES
from tarazy.reference.agencies.rulebook.rule import LEVELS, SEAT_ROLES, Kind

PATTERN_NAMES = {"acronym": "X", "level": "X", "year": 2026, "number": 1}
FEWEST_LEVELS, MOST_LEVELS, MOST_SEATS = 2, 6, 12


class Wrong(ValueError):
    """A value that cannot be taken; its text is the sentence for the person who typed it."""


def number(rule, value):
    """A whole number within the rule's limits."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise Wrong(_("Give a whole number."))
    if not rule.minimum <= value <= rule.maximum:
        raise Wrong(_("Give a number from %(least)s to %(most)s.") % {"least": rule.minimum, "most": rule.maximum})
    return value


def boolean(_rule, value):
    """True or False."""
    if not isinstance(value, bool):
        raise Wrong(_("Say yes or no."))
    return value


def choice(rule, value):
    """One of the rule's choices."""
    if value not in rule.choices:
        raise Wrong(_("Choose one of: %(choices)s.") % {"choices": ", ".join(rule.choices)})
    return value


def pattern(_rule, value):
    """A pattern that numbers certificates apart from each other."""
    sentence = _("Write a pattern with {number}; {acronym}, {level} and {year} may stand beside it, nothing else in braces.")
    try:
        names = {name for _text, name, _spec, _conversion in string.Formatter().parse(value) if name is not None}
        filled = value.format(**PATTERN_NAMES)
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        raise Wrong(sentence) from error
    if "number" not in names or not names <= PATTERN_NAMES.keys() or len(filled) > 40:  # noqa: PLR2004 (a certificate's number column)
        raise Wrong(sentence)
    return value


def seats(_rule, value):
    """For each level a list of seat roles with exactly one chair."""
    if not isinstance(value, dict) or set(value) != set(LEVELS):
        raise Wrong(_("Give the seats of every level of education."))
    for roles in value.values():
        if not isinstance(roles, list) or any(role not in SEAT_ROLES for role in roles):
            raise Wrong(_("A seat is one of: %(choices)s.") % {"choices": ", ".join(SEAT_ROLES)})
        if roles.count("chair") != 1:
            raise Wrong(_("A panel has exactly one chair."))
        if not 1 < len(roles) <= MOST_SEATS:
            raise Wrong(_("A panel has from 2 to %(most)s seats.") % {"most": MOST_SEATS})
    return {level: sorted(value[level], key=SEAT_ROLES.index) for level in LEVELS}


def scale(_rule, value):
    """Two to six levels, best first: those that count as met come before those that do not, and there are both."""
    if not isinstance(value, list) or not FEWEST_LEVELS <= len(value) <= MOST_LEVELS:
        raise Wrong(_("A scale has from %(least)s to %(most)s levels.") % {"least": FEWEST_LEVELS, "most": MOST_LEVELS})
    clean = [_scale_level(level) for level in value]
    if len({level["key"] for level in clean}) != len(clean):
        raise Wrong(_("Each level of the scale has a key of its own."))
    passes = [level["passes"] for level in clean]
    if passes != sorted(passes, reverse=True) or len(set(passes)) == 1:
        raise Wrong(_("The scale goes from best to worst: levels that count as met come first, and at least one does not count as met."))
    return clean


def _scale_level(level):
    if not isinstance(level, dict) or not level.get("key") or not isinstance(level.get("passes"), bool):
        raise Wrong(_("Each level has a key and says whether it counts as met."))
    name = level.get("name") or {}
    if not all(str(name.get(code) or "").strip() for code in LANGUAGES):
        raise Wrong(_("Name each level in Kazakh, Russian and English."))
    return {"key": level["key"], "name": {code: name[code].strip() for code in LANGUAGES}, "passes": level["passes"]}


def fees(rule, value):
    """For each level a sum in whole units."""
    if not isinstance(value, dict) or set(value) != set(LEVELS):
        raise Wrong(_("Give the fee of every level of education."))
    return {level: number(rule, value[level]) for level in LEVELS}


CHECKS = {
    Kind.BOOLEAN: boolean,
    Kind.CHOICE: choice,
    Kind.PATTERN: pattern,
    Kind.SEATS: seats,
    Kind.SCALE: scale,
    Kind.FEES: fees,
}


def check(rule, value):
    """The clean value of `rule`, or `Wrong`."""
    return CHECKS.get(rule.kind, number)(rule, value)
