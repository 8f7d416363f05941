"""What seats are called, and what a value of the rulebook looks like to a reader."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tarazy.ground.foundation.text import Text
from tarazy.reference.agencies.rulebook import Kind
from tarazy.reference.institutions.models import Level

LEVEL_NAMES = {level.value: level.label for level in Level}
SEAT_NAMES = {
    "chair": gettext_lazy("Chair"),
    "academic": gettext_lazy("Academic expert"),
    "employer": gettext_lazy("Employer"),
    "student": gettext_lazy("Student"),
    "international": gettext_lazy("International expert"),
}


def shown(rule, value):
    """The value in words, line by line: `["10 working days"]`; a line for each level where levels differ."""
    if value is None:
        return ["–"]
    return _SHOWN[rule.kind](value) if rule.kind in _SHOWN else [str(value)]


def _days(count):
    return [ngettext("%(n)s working day", "%(n)s working days", count) % {"n": count}]


def _calendar_days(count):
    return [ngettext("%(n)s calendar day", "%(n)s calendar days", count) % {"n": count}]


def _months(count):
    return [ngettext("%(n)s month", "%(n)s months", count) % {"n": count}]


def _years(count):
    return [ngettext("%(n)s year", "%(n)s years", count) % {"n": count}]


def _percent(count):
    return [_("%(n)s %%") % {"n": count}]


def _boolean(value):
    return [_("Yes") if value else _("No")]


def _by_level(value, said):
    return [_("%(level)s: %(value)s") % {"level": LEVEL_NAMES[level], "value": said(part)} for level, part in value.items()]


def _seats(value):
    return _by_level(value, lambda roles: ", ".join(str(SEAT_NAMES[role]) for role in roles))


def _fees(value):
    return _by_level(value, lambda fee: number_format(fee, force_grouping=True))


def _scale(value):
    met, not_met = _("%(name)s: counts as met"), _("%(name)s: does not count as met")
    return [(met if level["passes"] else not_met) % {"name": Text.of(level["name"])} for level in value]


_SHOWN = {
    Kind.DAYS: _days,
    Kind.CALENDAR_DAYS: _calendar_days,
    Kind.MONTHS: _months,
    Kind.YEARS: _years,
    Kind.PERCENT: _percent,
    Kind.BOOLEAN: _boolean,
    Kind.SEATS: _seats,
    Kind.FEES: _fees,
    Kind.SCALE: _scale,
}
