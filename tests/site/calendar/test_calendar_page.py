"""The calendar's page: the platform's staff add and remove rows; deadlines follow."""

from datetime import date

import pytest
from django.core.management import call_command
from django.urls import reverse

from tarazy.ground.foundation.calendar import is_working_day
from tarazy.ground.foundation.models import CalendarDay, SchoolPeriod
from tarazy.ground.journal.models import Entry
from tarazy.ground.people.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.site.calendar.urls")]
DAY = {"days-day": "2026-05-20", "days-is_working": "no", "days-kk": "Көшіру", "days-ru": "Перенос", "days-en": "Moved"}
PERIOD = {
    "periods-school_year": "2026-2027", "periods-kind": "term", "periods-kk": "1-тоқсан", "periods-ru": "1-я четверть",
    "periods-en": "Term 1", "periods-first_day": "2026-09-01", "periods-last_day": "2026-10-25",
}  # fmt: skip


@pytest.fixture
def staff(client):
    client.force_login(Person.objects.create_superuser("staff@example.org", name="Staff"))
    return client


def add(client, table, said, **changes):
    return client.post(reverse("calendar:add", args=[table]), {**said, **changes})


def test_a_moved_day_counts_at_once_and_until_it_is_removed(staff):
    assert add(staff, "days", DAY).status_code == 302
    assert not is_working_day(date(2026, 5, 20))

    row = CalendarDay.objects.get()
    assert staff.post(reverse("calendar:remove", args=["days", row.pk])).status_code == 302
    assert is_working_day(date(2026, 5, 20))
    assert list(Entry.objects.values_list("verb", flat=True)) == ["calendar.added", "calendar.removed"]


@pytest.mark.parametrize("wrong", [{"days-day": "soon"}, {"days-kk": ""}, {"days-is_working": "perhaps"}])
def test_a_wrong_day_comes_back_with_its_error(staff, wrong):
    answer = add(staff, "days", DAY, **wrong)
    assert answer.status_code == 422
    assert set(answer.context["day_form"].errors) == {next(iter(wrong)).removeprefix("days-")}
    assert not CalendarDay.objects.exists()


def test_a_day_that_is_there_is_refused(staff):
    add(staff, "days", DAY)
    assert add(staff, "days", DAY).status_code == 422
    assert CalendarDay.objects.count() == 1


def test_a_term_is_kept_in_three_languages(staff):
    assert add(staff, "periods", PERIOD).status_code == 302
    assert SchoolPeriod.objects.get().name.as_dict() == {"kk": "1-тоқсан", "ru": "1-я четверть", "en": "Term 1"}


@pytest.mark.parametrize(
    "wrong",
    [{"periods-school_year": "2026-2028"}, {"periods-school_year": "next"}, {"periods-last_day": "2026-08-31"}],
)
def test_a_wrong_term_comes_back_with_its_error(staff, wrong):
    answer = add(staff, "periods", PERIOD, **wrong)
    assert answer.status_code == 422
    assert set(answer.context["period_form"].errors) == {next(iter(wrong)).removeprefix("periods-")}


def test_others_do_not_come_in(client):
    assert client.get(reverse("calendar:tables")).status_code == 302
    client.force_login(Person.objects.create_user("p@example.org", name="P"))
    assert client.get(reverse("calendar:tables")).status_code == 403
    assert add(client, "days", DAY).status_code == 403


def test_there_are_two_tables(staff):
    assert add(staff, "years", DAY).status_code == 404
    assert staff.post(reverse("calendar:remove", args=["days", 1])).status_code == 404


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_shows_the_school_year_in_every_language(staff, language):
    call_command("load_calendar", verbosity=0)
    add(staff, "days", DAY)
    staff.cookies["django_language"] = language
    page = staff.get(reverse("calendar:tables")).content.decode()
    assert {"kk": "1-тоқсан", "ru": "1-я четверть", "en": "Term 1"}[language] in page
    assert {"kk": "Көшіру", "ru": "Перенос", "en": "Moved"}[language] in page
