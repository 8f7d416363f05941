"""Dates as a reader of the active language writes them."""

from datetime import datetime

from django.utils import dateformat, formats, timezone

from tarazy.ground.foundation.text import reader_language

# A weekday belongs to no format of Django's; each language has its own order of words.
WEEKDAY_DAY = {"kk": "j F, l", "ru": "l, j E", "en": "l j F"}
WEEKDAY_DATE = {"kk": "Y ж. j F, l", "ru": "l, j E Y года", "en": "l j F Y"}
# Kazakh and Russian write months and weekdays small; Django's catalogues have them with a capital.
SMALL_NAMES = ("kk", "ru")


def day(value):
    """`16 May 2026`, `16 мая 2026 года`, `2026 ж. 16 мамыр`; an empty string for no date."""
    return _written(value, formats.get_format("DATE_FORMAT"))


def weekday_day(value):
    """`Thursday 4 June`, `четверг, 4 июня`, `4 маусым, бейсенбі`."""
    return _written(value, WEEKDAY_DAY[reader_language()])


def month_day(value):
    """`4 June`, `4 июня`, `4 маусым`."""
    return _written(value, formats.get_format("MONTH_DAY_FORMAT"))


def due_day(value):
    """A weekday and its day, with the year where it is not this one: `Thursday 4 June`, `Thursday 28 October 2027`."""
    return weekday_day(value) if _is_this_year(value) else _written(value, WEEKDAY_DATE[reader_language()])


def near_day(value):
    """A day without its year where it is this one: `4 June`, `28 October 2027`."""
    return month_day(value) if _is_this_year(value) else day(value)


def day_span(first, last):
    """Days from `first` to `last`, said once where they share it: `3–5 June 2026`, `30 June – 2 July 2026`."""
    if not first or not last or first.year != last.year:
        return " – ".join(part for part in (day(first), day(last)) if part)
    head, tail = (day(first), month_day(last)) if reader_language() == "kk" else (month_day(first), day(last))
    if first.month != last.month:
        return f"{head} – {tail}"
    days = f"{first.day}–{last.day}"
    return head.replace(f" {first.day} ", f" {days} ") if reader_language() == "kk" else tail.replace(f"{last.day} ", f"{days} ", 1)


def month(value):
    """The month alone, as it stands beside a large day number: `June`, `июня`, `маусым`."""
    return _written(value, "E")


def moment(value):
    """Day and time in the time zone of the platform: `28 May 2026, 14:32`; the day alone where no time is known."""
    if value and not isinstance(value, datetime):
        return day(value)
    return _written(value, formats.get_format("DATETIME_FORMAT"))


def _is_this_year(value):
    # The real year will do, also where the demonstration's clock stands ahead: no query for each date on a page.
    return bool(value) and value.year == timezone.localdate().year


def _written(value, pattern):
    if not value:
        return ""
    if getattr(value, "tzinfo", None):
        value = timezone.localtime(value)
    said = dateformat.format(value, pattern)
    return said.lower() if reader_language() in SMALL_NAMES else said
