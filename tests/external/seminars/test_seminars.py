"""Seminars for institutions, webinars and briefings for panels (R236, R245, R272, R273)."""

from datetime import timedelta

import pytest
from django.test import Client

from tarazy.external.procedure.services import take_step
from tarazy.external.seminars.models import Attendance, Gathering
from tarazy.external.seminars.services import count_attendance, plan_seminar
from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.journal.models import Entry
from tests.factories import make_institution, make_region
from tests.factories_cases import make_walk

pytestmark = pytest.mark.django_db

# The seminar of the seeds: 16 October 2025, hybrid, about 80 in person and more than 200 online (R272, R273).
PROGRAMME = "Международная практика\nЭтапы и требования\nСтандарты\nОпыт подготовки и написание отчёта"
AKTOBE = {
    "form": "hybrid",
    "topic": "Аккредитация школ",
    "aim": "Подготовить школы области",
    "programme": PROGRAMME,
    "speakers": "Директор департамента\nГлавный эксперт",
    "venue": "Гимназия",
    "support": "Управление образования области",
}


def seminar_of(walk, *, held_on=None, by=None):
    data = {**AKTOBE, "held_on": held_on or walk.today}
    agency = walk.case.agency
    return plan_seminar(agency, data=data, regions=[make_region("15")], by=by or walk.cast.coordinator, now=walk.now)


def attend(walk, **said):
    take_step(walk.case, "seminar", by=walk.cast.coordinator, now=walk.now, today=walk.today, data=said)


@pytest.mark.requirement("R272", "R273", "R275")
def test_one_seminar_serves_many_organisations_with_its_record_and_who_came():
    walk = make_walk("school_2026").until("seminar")
    seminar, other = seminar_of(walk), make_institution("secondary")
    act = {"by": walk.cast.coordinator, "now": walk.now, "today": walk.today}
    count_attendance(seminar, institution=other, in_person=78, online=190, **act)
    count_attendance(seminar, in_person=2, online=12, names="Гости", **act)
    attend(walk, seminar=seminar, in_person=1, online=3, names="Завуч")

    assert {row.institution: (row.in_person, row.online) for row in seminar.attendance.all()} == {
        other: (78, 190),
        None: (2, 12),
        walk.case.institution: (1, 3),
    }
    assert seminar.programme.count("\n") == 3
    assert [region.code for region in seminar.regions.all()] == ["15"]
    assert list(seminar.cases.all()) == [walk.case]
    assert Entry.objects.filter(subject=f"gathering:{seminar.pk}").count() == 3


@pytest.mark.requirement("R236", "R272")
def test_a_seminar_that_lies_ahead_is_no_seminar_that_was_held():
    walk = make_walk("school_2026").until("seminar")
    ahead = seminar_of(walk, held_on=walk.today + timedelta(days=5))

    with pytest.raises(Refused, match="its day lies ahead"):
        attend(walk, seminar=ahead, in_person=1, online=0)
    with pytest.raises(Refused, match="its day lies ahead"):
        count_attendance(ahead, in_person=1, by=walk.cast.coordinator, now=walk.now, today=walk.today)
    assert "seminar" in walk.open_steps()
    assert not Attendance.objects.exists()


@pytest.mark.requirement("R272")
def test_seminars_are_kept_by_the_agency_that_holds_them():
    walk, elsewhere = make_walk("school_2026"), make_walk("school_2026")
    for stranger in (walk.cast.head, walk.cast.analyst, elsewhere.cast.coordinator):
        with pytest.raises(NotYours):
            seminar_of(walk, by=stranger)
    with pytest.raises(Refused, match="your own agency"):
        attend(walk.until("seminar"), seminar=seminar_of(elsewhere), in_person=1, online=0)
    assert Gathering.objects.count() == 1


@pytest.mark.requirement("R272")
def test_attendance_that_cannot_be_is_told_beside_the_form_and_nothing_is_kept():
    walk = make_walk("school_2026").until("seminar")
    ahead, client = seminar_of(walk, held_on=walk.today + timedelta(days=4000)), Client()
    client.force_login(walk.cast.coordinator.person, backend="django.contrib.auth.backends.ModelBackend")
    for sent in ({"in_person": 5, "online": 0}, {"in_person": 0, "online": 0}, {"bin": "000000000000", "in_person": 1, "online": 1}):
        answer = client.post(f"/seminars/{ahead.pk}/", sent)
        assert (answer.status_code, bool(answer.context["form"].errors)) == (422, True)
    assert not Attendance.objects.exists()


@pytest.mark.requirement("R236", "R262", "R239")
def test_the_final_report_waits_for_the_seminar_that_runs_beside_the_writing():
    walk = make_walk("school_2026").until("seminar")
    for key in ("preliminary_visit", "self_assessment_first", "technical_review"):
        walk.step(key)
    assert "self_assessment_final" not in walk.open_steps()
    walk.step("seminar")
    assert "self_assessment_final" in walk.open_steps()


@pytest.mark.requirement("R245")
def test_the_panel_has_a_webinar_after_the_materials_and_a_briefing_before_the_visit():
    walk = make_walk("vocational_2026").until("site_visit")
    kinds = dict(walk.case.gatherings.values_list("kind", "held_on"))

    assert set(kinds) == {"seminar", "webinar", "briefing"}
    sent = walk.case.run.steps.get(key="materials").done_on
    assert sent <= kinds["webinar"] <= kinds["briefing"] <= walk.case.visit_first_day
