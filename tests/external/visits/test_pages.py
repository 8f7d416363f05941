"""The pages of the visit: who may open which, what they show, what they answer to bad input, what they cost."""

import pytest
from django.urls import reverse

from tarazy.external.visits.models import VisitSession
from tarazy.ground.foundation import clock
from tests.external.reviews.scene import VISIT
from tests.factories import NOW, appoint, make_institution

pytestmark = pytest.mark.django_db
SESSION = {"day": "2026-05-18", "starts": "09:00", "ends": "10:00", "title": "Встреча", "group": "", "place": ""}


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


def address(scene, name, *more):
    return reverse(f"visits:{name}", args=[scene.case.number, *more])


def test_a_stranger_an_invited_and_a_challenged_expert_find_no_page_of_the_visit(scene, at):
    scene.challenged()
    stranger = appoint("Чужой Директор", make_institution(), "institution_head")
    for person in (stranger, scene.employer.appointment):
        assert at(person).get(address(scene, "visit")).status_code == 404
    assert at(scene.academic.appointment).get(address(scene, "visit")).status_code == 200


def test_sessions_are_added_changed_and_removed_on_the_page(scene, at):
    scene.ordered()
    browser = at(scene.coordinator)
    assert browser.post(address(scene, "session_new"), SESSION | {"ends": "08:00"}).status_code == 422
    browser.post(address(scene, "session_new"), SESSION)
    session = VisitSession.objects.get()
    browser.post(address(scene, "session", session.pk), SESSION | {"title": "Другая встреча"})
    session.refresh_from_db()
    assert session.title == "Другая встреча"
    assert at(scene.director).get(address(scene, "session", session.pk)).status_code == 403
    at(scene.coordinator).post(address(scene, "session_remove", session.pk))
    assert not VisitSession.objects.exists()


@pytest.mark.requirement("R246")
def test_the_calendar_is_for_those_who_are_there(scene, at):
    scene.ready()
    for person in (scene.director, scene.coordinator, scene.academic.appointment):
        answer = at(person).get(address(scene, "calendar"))
        assert answer["Content-Type"].startswith("text/calendar")
        assert answer.content.count(b"BEGIN:VEVENT") == 3
    one = at(scene.director).get(address(scene, "session_calendar", VisitSession.objects.first().pk))
    assert one.content.count(b"BEGIN:VEVENT") == 1


def test_the_institution_sees_no_session_before_the_programme_is_proposed(scene, at):
    scene.ordered()
    scene.add_session(VISIT)
    assert "Встреча с руководством" not in at(scene.director).get(address(scene, "visit")).content.decode()
    assert at(scene.director).get(address(scene, "calendar")).status_code == 404


def test_the_programme_costs_at_most_fifteen_queries(scene, at, django_assert_max_num_queries):
    scene.ready()
    browser = at(scene.coordinator)
    with django_assert_max_num_queries(17):  # two of them are the session's and the person's
        assert browser.get(address(scene, "visit")).status_code == 200
