"""The order, the materials, the programme and the days of the visit (S4 2.2-2.6, R241, R244, R246, R263)."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tarazy.external.cases.models import CaseDocument
from tarazy.external.cases.services import attach
from tarazy.external.visits import guards, services
from tarazy.external.visits.queries import calendar_of, days_of
from tarazy.ground.documents.services import store_bytes
from tarazy.ground.foundation.calendar import is_working_day
from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tests.external.reviews.scene import VISIT
from tests.external.visits.scene import Scene
from tests.factories import NOW

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("R246", "R263")
def test_the_order_sets_three_working_days_in_a_row(scene):
    scene.ordered()
    assert days_of(scene.case) == [date(2026, 5, 18), date(2026, 5, 19), date(2026, 5, 20)]


@pytest.mark.requirement("R246")
def test_a_visit_over_a_weekend_leaves_the_weekend_out(scene):
    scene.announced()
    scene.take("challenge_window", scene.director, "agree")
    scene.take("appointment_order", scene.head, number="12", first_day=date(2026, 5, 15), language="kk")
    assert days_of(scene.case) == [date(2026, 5, 15), date(2026, 5, 18), date(2026, 5, 19)]


def test_a_visit_does_not_begin_on_a_holiday(scene):
    scene.announced()
    scene.take("challenge_window", scene.director, "agree")
    with pytest.raises(Refused, match="working day"):
        scene.take("appointment_order", scene.head, number="12", first_day=date(2026, 5, 17), language="ru")
    assert scene.fresh().visit_first_day is None
    assert not CaseDocument.objects.exists()


@pytest.mark.requirement("R241")
def test_the_order_is_a_document_that_both_sides_and_the_panel_read(scene):
    scene.ordered()
    held = CaseDocument.objects.get(step="appointment_order")
    assert held.sides == ["institution", "agency", "panel"]
    version = held.document.latest
    assert version.media_type == "application/pdf"
    with version.file.open("rb") as file:
        assert file.read(4) == b"%PDF"


@given(first=st.dates(date(2026, 1, 5), date(2026, 12, 20)), length=st.integers(1, 10))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_visit_has_as_many_working_days_as_the_rulebook_says(scene, first, length):
    """Whatever the first day and the number: each day is a working day and the first is the chosen one."""
    scene.case.rulebook.values["visit_days"] = length
    if not is_working_day(first):
        with pytest.raises(Refused):
            services.set_days(scene.case, first)
        return
    services.set_days(scene.case, first)
    days = days_of(scene.case)
    assert (days[0], len(days)) == (first, length)
    assert all(is_working_day(day) for day in days)


@pytest.mark.requirement("R244")
def test_the_materials_reach_the_panel_as_early_as_the_rulebook_says(scene):
    scene.ordered()
    latest = VISIT - timedelta(days=21)
    assert guards.early_enough_before_the_visit(scene.case, latest) is None
    assert "27 April 2026" in guards.early_enough_before_the_visit(scene.case, latest + timedelta(days=1)).text


@pytest.mark.requirement("R244")
def test_chosen_documents_are_readable_by_the_panel_from_then_on_and_others_are_not(scene):
    scene.ordered()
    held = [
        attach(
            scene.case,
            store_bytes(b"%PDF-", name=f"{name}.pdf", title=name, by=scene.director, now=NOW),
            step="application",
            round=1,
            sides=["institution", "agency"],
        )
        for name in ("licence", "letter")
    ]
    scene.take("materials", scene.coordinator, documents=held[:1], note="")
    assert [sorted(CaseDocument.objects.get(pk=one.pk).sides) for one in held] == [
        ["agency", "institution", "panel"],
        ["agency", "institution"],
    ]


def test_documents_of_another_case_are_not_sent(scene):
    other = Scene()
    foreign = attach(
        other.case,
        store_bytes(b"%PDF-", name="a.pdf", title="a", by=None, now=NOW),
        step="application",
        round=1,
        sides=["institution", "agency"],
    )
    scene.ordered()
    with pytest.raises(Refused):
        scene.take("materials", scene.coordinator, documents=[foreign], note="")


@pytest.mark.requirement("R246")
def test_a_programme_has_a_session_on_each_day_of_the_visit(scene):
    scene.ordered()
    scene.add_session(VISIT)
    assert "19 May 2026, 20 May 2026" in guards.programme_covers_every_day(scene.case, VISIT).text
    with pytest.raises(Refused):
        scene.take("visit_programme", scene.coordinator)
    scene.add_session(VISIT + timedelta(days=1))
    scene.add_session(VISIT + timedelta(days=2))
    scene.take("visit_programme", scene.coordinator)
    assert scene.state("programme_agreed") == "open"


def test_a_session_lies_within_the_visit_and_ends_after_it_starts(scene):
    scene.ordered()
    with pytest.raises(Refused, match="days of the visit"):
        scene.add_session(VISIT - timedelta(days=3))
    with pytest.raises(Refused, match="ends after"):
        scene.add_session(VISIT, "11:00", "10:00")


def test_a_proposed_programme_is_changed_only_after_the_institution_asks_for_it(scene):
    scene.ordered()
    for n in range(3):
        scene.add_session(VISIT + timedelta(days=n))
    scene.take("visit_programme", scene.coordinator)
    with pytest.raises(Stale):
        scene.add_session(VISIT, "12:00", "13:00")
    scene.take("programme_agreed", scene.officer, "change", change="Обед в 13:00")
    scene.add_session(VISIT, "12:00", "13:00")
    assert scene.case.records.get(step="programme_agreed").data["change"] == "Обед в 13:00"


def test_the_head_of_the_agency_moves_a_visit_with_its_sessions(scene):
    scene.ordered()
    session = scene.add_session(VISIT + timedelta(days=1))
    with pytest.raises(NotYours):
        services.move_visit(scene.case, first_day=date(2026, 6, 1), why="Экзамены", by=scene.coordinator, now=NOW, today=VISIT)
    services.move_visit(scene.case, first_day=date(2026, 6, 1), why="Экзамены", by=scene.head, now=NOW, today=VISIT)
    session.refresh_from_db()
    assert session.day == date(2026, 6, 2)
    assert days_of(scene.fresh()) == [date(2026, 6, 1), date(2026, 6, 2), date(2026, 6, 3)]


@pytest.mark.requirement("R246")
def test_the_visit_is_noted_on_its_last_day_or_later(scene):
    scene.ordered()
    assert "20 May 2026" in guards.visit_is_over(scene.case, date(2026, 5, 19)).text
    assert guards.visit_is_over(scene.case, date(2026, 5, 20)) is None


@pytest.mark.requirement("R246")
def test_the_calendar_file_holds_the_sessions_in_universal_time(scene):
    scene.ordered()
    scene.add_session(VISIT, "09:00", "10:30")
    file = calendar_of(scene.case, scene.case.visit_sessions.all()).decode()
    assert "DTSTART:20260518T040000Z" in file
    assert "DTEND:20260518T053000Z" in file
    assert "SUMMARY:Встреча с руководством" in file
    assert file == calendar_of(scene.case, scene.case.visit_sessions.all()).decode()
