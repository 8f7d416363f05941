"""The pool of experts: who is in it, for which seats they fit, what bars them (R224, R241, facts B1)."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tarazy.external.cases.models import Case
from tarazy.external.experts import queries, services
from tarazy.external.experts.models import Expert, Interest
from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.journal.models import Entry
from tests.factories import DAY, NOW, appoint, make_agency, make_institution, make_rulebook

pytestmark = pytest.mark.django_db
COMPETENCE = {
    "background": "employer",
    "levels": ["higher"],
    "fields": "логистика",
    "languages": ["kk", "ru"],
    "workplace": None,
    "workplace_name": "Депо",
    "nominated_by": "",
}


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


class Pool:
    """An agency with its keeper and one expert."""

    def __init__(self):
        self.agency = make_agency()
        make_rulebook(self.agency)
        self.coordinator = appoint("Координатор Базы", self.agency, "coordinator")
        self.expert = self.add("Тимур Эксперт")

    def add(self, name, **changes):
        """A described expert of the agency."""
        return services.add_expert(
            appointment=appoint(name, self.agency, "expert"), competence=COMPETENCE | changes, by=self.coordinator, now=NOW
        )


@pytest.fixture
def pool():
    """An agency and its pool."""
    return Pool()


@pytest.mark.requirement("R224")
def test_a_certificate_holds_for_the_years_of_the_rulebook(pool):
    until = services.record_certificate(pool.expert, number="Э-17", issued_on=date(2026, 2, 28), by=pool.coordinator, now=NOW, today=DAY)
    pool.expert.refresh_from_db()
    assert until == pool.expert.certified_until == date(2029, 2, 28)
    assert queries.is_certified(pool.expert, until)
    assert not queries.is_certified(pool.expert, until + timedelta(days=1))


def test_a_certificate_of_tomorrow_is_refused(pool):
    with pytest.raises(Refused):
        services.record_certificate(pool.expert, number="Э-17", issued_on=DAY + timedelta(days=1), by=pool.coordinator, now=NOW, today=DAY)


def test_only_those_who_accepted_an_invitation_as_expert_are_taken_into_the_pool(pool):
    officer = appoint("Аналитик", pool.agency, "analyst")
    foreign = appoint("Чужой", make_agency(), "expert")
    for appointment in (officer, foreign):
        with pytest.raises(Refused, match=r"Invite|пригласите"):
            services.add_expert(appointment=appointment, competence=COMPETENCE, by=pool.coordinator, now=NOW)
    with pytest.raises(Refused):
        services.add_expert(appointment=pool.expert.appointment, competence=COMPETENCE, by=pool.coordinator, now=NOW)
    assert Expert.objects.count() == 1


def test_another_agencys_expert_is_not_changed(pool):
    stranger = appoint("Чужой Координатор", make_agency(), "coordinator")
    with pytest.raises(NotYours):
        services.edit_competence(pool.expert, competence=COMPETENCE, by=stranger, now=NOW)
    with pytest.raises(NotYours):
        services.edit_competence(pool.expert, competence=COMPETENCE, by=pool.expert.appointment, now=NOW)


def test_a_change_is_in_the_journal_with_before_and_after(pool):
    services.edit_competence(pool.expert, competence=COMPETENCE | {"fields": "порт"}, by=pool.coordinator, now=NOW)
    entry = Entry.objects.get(verb="experts.changed")
    assert (entry.before["fields"], entry.after["fields"]) == ("логистика", "порт")


@pytest.mark.requirement("R224")
def test_an_expert_declares_their_own_tie_and_nobody_elses(pool):
    institution = make_institution()
    services.declare_interest(
        pool.expert, institution=institution, nature="лекции", since=DAY, until=None, by=pool.expert.appointment, now=NOW
    )
    assert Interest.objects.get().institution == institution
    with pytest.raises(NotYours):
        services.declare_interest(
            pool.add("Другой"), institution=institution, nature="-", since=DAY, until=None, by=pool.expert.appointment, now=NOW
        )


@pytest.mark.requirement("R241")
@pytest.mark.parametrize(
    ("role", "fits"),
    [
        ("chair", {"academic", "international"}),
        ("academic", {"academic"}),
        ("employer", {"employer"}),
        ("student", {"student"}),
        ("international", {"international"}),
    ],
)
def test_each_seat_is_for_its_background(role, fits):
    backgrounds = ("academic", "employer", "student", "international")
    assert {one for one in backgrounds if queries.suits(Expert(background=one), role)} == fits


def test_the_pool_is_filtered_by_level_background_words_and_certificates(pool):
    pool.add("Школьный Методист", background="academic", levels=["secondary"], fields="методика")
    found = queries.pool(pool.agency.pk, DAY)

    def names(**asked):
        return [str(expert) for expert in queries.chosen_from(found, today=DAY, **asked)]

    assert names(level="secondary") == ["Школьный Методист"]
    assert names(background="employer") == ["Тимур Эксперт"]
    assert names(words="методика") == ["Школьный Методист"]
    assert names(words="депо тимур") == ["Тимур Эксперт"]
    Expert.objects.filter(pk=pool.expert.pk).update(certified_until=DAY + timedelta(days=400))
    assert names(expiring=True) == ["Школьный Методист"]


def test_an_expert_whose_appointment_has_ended_is_not_in_the_pool(pool):
    pool.expert.appointment.until = DAY - timedelta(days=1)
    pool.expert.appointment.save()
    assert not queries.pool(pool.agency.pk, DAY).exists()


def test_the_pool_is_the_agencys_own(pool, at):
    other = appoint("Чужой Глава", make_agency(), "agency_head")
    assert at(pool.coordinator).get(reverse("experts:pool")).content.decode().count("Тимур Эксперт") == 1
    assert "Тимур Эксперт" not in at(other).get(reverse("experts:pool")).content.decode()
    assert at(other).get(reverse("experts:expert", args=[pool.expert.pk])).status_code == 404
    director = appoint("Директор", make_institution(), "institution_head")
    assert at(director).get(reverse("experts:pool")).status_code == 404
    assert at(pool.expert.appointment).get(reverse("experts:pool")).status_code == 404


def test_an_analyst_reads_the_pool_and_changes_nothing(pool, at):
    analyst = appoint("Аналитик", pool.agency, "analyst")
    assert at(analyst).get(reverse("experts:expert", args=[pool.expert.pk])).status_code == 200
    assert at(analyst).get(reverse("experts:competence", args=[pool.expert.pk])).status_code == 403


def test_a_new_expert_is_described_and_certified_on_the_pages(pool, at):
    waiting = appoint("Новый Эксперт", pool.agency, "expert")
    browser = at(pool.coordinator)
    assert "Новый Эксперт" in browser.get(reverse("experts:pool")).content.decode()
    form = {"appointment": waiting.pk, "background": "academic", "levels": ["higher"], "languages": ["kk"], "workplace": "123"}
    assert browser.post(reverse("experts:add"), form).status_code == 422
    workplace = make_institution()
    browser.post(reverse("experts:add"), form | {"workplace": workplace.bin})
    expert = Expert.objects.get(appointment=waiting)
    assert expert.workplace == workplace
    browser.post(reverse("experts:certificate", args=[expert.pk]), {"number": "Э-18", "issued_on": "2026-03-01"})
    expert.refresh_from_db()
    assert expert.certified_until == date(2029, 3, 1)
    browser.post(reverse("experts:competence", args=[expert.pk]), {"background": "academic", "levels": ["secondary"]})
    expert.refresh_from_db()
    assert (expert.levels, expert.workplace) == (["secondary"], None)


def test_an_expert_declares_a_tie_on_their_own_page(pool, at):
    institution = make_institution()
    browser = at(pool.expert.appointment)
    assert browser.post(reverse("experts:mine"), {"institution": "1", "nature": "", "since": ""}).status_code == 422
    browser.post(reverse("experts:mine"), {"institution": institution.bin, "nature": "Преподаю", "since": "2026-01-01", "until": ""})
    assert "Преподаю" in browser.get(reverse("experts:mine")).content.decode()
    assert at(pool.coordinator).get(reverse("experts:mine")).status_code == 404


@pytest.mark.parametrize("experts", [1, 9])
def test_the_pool_costs_the_same_for_one_and_for_many(pool, at, experts, django_assert_max_num_queries):
    for n in range(experts):
        pool.add(f"Эксперт {n}")
    browser = at(pool.coordinator)
    with django_assert_max_num_queries(9):
        browser.get(reverse("experts:pool"))


def test_candidates_come_in_one_query_with_load_and_ties(pool, django_assert_num_queries):
    institution = make_institution("higher")
    for n in range(4):
        pool.add(f"Эксперт {n}", workplace=institution if n == 0 else None)
    Expert.objects.update(certified_until=DAY)
    case = Case(pk=0, agency=pool.agency, institution=institution)
    with django_assert_num_queries(1):
        found = queries.candidates_for(case, "employer", day=DAY, today=DAY)
    assert len(found) == 5
    assert [str(one) for one in found if not one.fit] == ["Эксперт 0"]
    assert found[-1].works_there
