"""Texts and dates as readers of each language see them."""

from datetime import UTC, date, datetime

import pytest
from django.template import engines
from django.utils import translation

from tarazy.ground.foundation.text import Text
from tarazy.ground.ui import dates

DAY = date(2026, 6, 4)


def shown(source, **context):
    return engines["django"].from_string(source).render(context)


@pytest.mark.parametrize(("language", "expected"), [("kk", "Үлгі колледжі"), ("ru", "Колледж «Үлгі»"), ("en", "Ulgi College")])
def test_a_text_is_said_in_the_readers_language_without_a_mark(language, expected):
    with translation.override(language):
        assert shown("{{ t|said }}", t=Text(kk="Үлгі колледжі", ru="Колледж «Үлгі»", en="Ulgi College")) == expected


def test_a_text_in_another_language_carries_its_language_and_a_mark():
    with translation.override("en"):
        html = shown("{{ t|said }}", t=Text(kk="Үлгі колледжі"))

    assert html.startswith('<span lang="kk" class="other-language">Үлгі колледжі</span>')
    assert "in Kazakh" in html


def test_markup_inside_a_text_is_escaped_in_either_case():
    hostile = "<script>alert(1)</script>"
    with translation.override("ru"):
        assert "<script>" not in shown("{{ a|said }}{{ b|said }}{{ c|said }}", a=Text(ru=hostile), b=Text(en=hostile), c=hostile)


def test_no_text_is_said_as_nothing():
    assert shown("{{ none|said }}{{ empty|said }}", none=None, empty=Text()) == ""


@pytest.mark.parametrize(
    ("language", "day", "weekday", "month_day"),
    [
        ("kk", "2026 ж. 4 маусым", "4 маусым, бейсенбі", "4 маусым"),
        ("ru", "4 июня 2026 года", "четверг, 4 июня", "4 июня"),
        ("en", "4 June 2026", "Thursday 4 June", "4 June"),
    ],
)
def test_dates_follow_the_readers_language(language, day, weekday, month_day):
    with translation.override(language):
        assert shown("{{ d|day }}/{{ d|weekday_day }}/{{ d|month_day }}", d=DAY) == f"{day}/{weekday}/{month_day}"


@pytest.mark.parametrize(
    ("language", "due", "near"),
    [
        ("kk", "2018 ж. 4 маусым, дүйсенбі", "2018 ж. 4 маусым"),
        ("ru", "понедельник, 4 июня 2018 года", "4 июня 2018 года"),
        ("en", "Monday 4 June 2018", "4 June 2018"),
    ],
)
def test_a_day_of_another_year_says_its_year(language, due, near):
    with translation.override(language):
        assert shown("{{ d|due_day }}/{{ d|near_day }}", d=date(2018, 6, 4)) == f"{due}/{near}"


@pytest.mark.parametrize(
    ("language", "same_month", "two_months", "two_years"),
    [
        ("kk", "2026 ж. 3–5 маусым", "2026 ж. 3 маусым – 2 шілде", "2026 ж. 3 маусым – 2031 ж. 3 маусым"),
        ("ru", "3–5 июня 2026 года", "3 июня – 2 июля 2026 года", "3 июня 2026 года – 3 июня 2031 года"),
        ("en", "3–5 June 2026", "3 June – 2 July 2026", "3 June 2026 – 3 June 2031"),
    ],
)
def test_a_span_of_days_says_once_what_they_share(language, same_month, two_months, two_years):
    first = date(2026, 6, 3)
    with translation.override(language):
        said = [dates.day_span(first, last) for last in (date(2026, 6, 5), date(2026, 7, 2), date(2031, 6, 3))]
    assert said == [same_month, two_months, two_years]


def test_what_somebody_wrote_in_another_language_is_marked():
    with translation.override("kk"):
        assert shown("{{ w|written_in:'kk' }}", w="Мәтін") == "Мәтін"
        assert 'lang="ru"' in shown("{{ w|written_in:'ru' }}", w="Текст")
        assert "рус" in shown("{{ w|written_in:'ru' }}", w="Текст")


def test_a_moment_is_told_in_the_time_zone_of_the_platform():
    with translation.override("ru"):
        assert shown("{{ m|moment }}", m=datetime(2026, 5, 28, 9, 32, tzinfo=UTC)) == "28 мая 2026 года, 14:32"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_sentence_may_end_with_a_date_and_has_one_full_stop(language):
    at = datetime(2018, 6, 4, 9, 32, tzinfo=UTC)
    with translation.override(language):
        written = [say(at.date()) for say in (dates.day, dates.near_day, dates.due_day, dates.weekday_day, dates.month_day)]
        written += [dates.moment(at), dates.day_span(at.date(), date(2018, 6, 6)), dates.day_span(at.date(), date(2019, 6, 6))]
    assert [one for one in written if one.endswith(".") or ".." in f"{one}."] == []


def test_a_missing_date_is_shown_as_nothing():
    assert shown("{{ d|day }}{{ d|moment }}{{ d|weekday_day }}", d=None) == ""


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("ru", 1, "остался 1 рабочий день"),
        ("ru", 3, "осталось 3 рабочих дня"),
        ("ru", 5, "осталось 5 рабочих дней"),
        ("ru", -2, "опоздание на 2 рабочих дня"),
        ("kk", 5, "5 жұмыс күні қалды"),
        ("en", 0, "today is the last day"),
        ("en", 1, "1 working day left"),
    ],
)
def test_days_left_are_said_in_the_grammar_of_the_language(language, count, expected):
    with translation.override(language):
        assert shown("{{ n|days_left }}", n=count) == expected
