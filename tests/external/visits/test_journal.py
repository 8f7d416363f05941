"""What the journal tells of the programme of the visit, and to whom."""

from datetime import time, timedelta

import pytest
from django.utils import translation

from tarazy.external.visits import services
from tarazy.ground.journal.models import Entry
from tests.external.reviews.scene import VISIT
from tests.factories import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("R246")]


def told(scene):
    """The entries about sessions, the oldest first: sentence in English and audience."""
    with translation.override("en"):
        found = Entry.objects.filter(subject=scene.case.journal_name, verb__startswith="visits.session_")
        return [(entry.sentence.split(" ", 2)[2], entry.audience) for entry in found]


def change(scene, session, **changes):
    """The coordinator saves the session with these changes."""
    fields = {name: getattr(session, name) for name in ("day", "starts", "ends", "title", "place", "group", "online")}
    services.save_session(scene.case, session=session, by=scene.coordinator, now=NOW, **{**fields, **changes})


def test_while_the_first_programme_is_drawn_up_the_agency_alone_reads_of_its_sessions(scene):
    scene.ordered()
    scene.add_session(VISIT)
    assert told(scene) == [
        ("added “Встреча с руководством” to the programme of the visit: 18 May 2026, 09:00–10:00", ["agency"]),
    ]


def test_a_programme_that_was_given_away_tells_all_who_are_there_of_each_change_and_of_the_same_again_nothing(scene):
    scene.ordered()
    sessions = [scene.add_session(VISIT + timedelta(days=n)) for n in range(3)]
    scene.take("visit_programme", scene.coordinator)
    scene.take("programme_agreed", scene.director, "change", change="Позже")
    for day in (VISIT, VISIT):
        change(scene, sessions[2], day=day, starts=time(11), ends=time(12))
    services.remove_session(sessions[0], by=scene.coordinator, now=NOW)

    everybody = ["agency", "institution", "panel"]
    assert told(scene)[3:] == [
        ("changed “Встреча с руководством” in the programme of the visit: 18 May 2026, 11:00–12:00", everybody),
        ("took “Встреча с руководством” out of the programme of the visit", everybody),
    ]
    moved, removed = Entry.objects.filter(verb__startswith="visits.session_").order_by("pk")[3:]
    assert (moved.before["day"], moved.after["day"], moved.before["starts"]) == ("2026-05-20", "2026-05-18", "09:00")
    assert (removed.before["day"], removed.appointment_id) == ("2026-05-18", scene.coordinator.pk)


def test_a_session_saved_as_it_was_on_its_page_tells_nothing(scene, client):
    scene.ordered()
    session = scene.add_session(VISIT)
    client.force_login(scene.coordinator.person)
    typed = {"day": f"{VISIT:%Y-%m-%d}", "starts": "09:00", "ends": "10:00", "title": session.title, "place": session.place}
    address = f"/cases/{scene.case.number}/visit/{session.pk}/"
    for starts in ("09:00", "09:30"):
        assert client.post(address, {**typed, "group": session.group, "starts": starts}).status_code == 302
    assert [sentence.split(" ")[0] for sentence, _audience in told(scene)] == ["added", "changed"]
