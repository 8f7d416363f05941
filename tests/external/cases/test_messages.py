"""Messages between the institution and the agency."""

import pytest
from django.test import Client

from tarazy.external.cases.services import write_message
from tarazy.ground.foundation.errors import NotYours
from tarazy.ground.notices.models import Notice
from tests.factories_cases import make_walk

pytestmark = pytest.mark.django_db
TEXT = "Когда удобно приехать?"


def told(walk, by):
    """Who is told that `by` wrote."""
    Notice.objects.all().delete()
    write_message(walk.case, by=by, text=TEXT, now=walk.now)
    assert not any(TEXT in notice.body for notice in Notice.objects.all())
    return {notice.person for notice in Notice.objects.all()}


def test_the_other_side_is_told_that_somebody_wrote_and_never_what():
    walk = make_walk("school_2026").until("capability_review")
    cast = walk.cast
    assert told(walk, cast.officer) == {cast.agency_head.person}
    assert told(walk, cast.agency_head) == {cast.head.person, cast.officer.person}
    walk.until("preliminary_visit")
    assert told(walk, cast.head) == {cast.coordinator.person}


def test_nobody_else_writes_here():
    walk = make_walk("school_2026").until("preliminary_visit")
    for stranger in (walk.cast.council[0], walk.cast.experts["chair"][0].appointment, walk.cast.appeals[0]):
        with pytest.raises(NotYours):
            write_message(walk.case, by=stranger, text=TEXT, now=walk.now)
    assert not walk.case.messages.exists()


def test_a_message_is_written_on_the_page_of_the_case_and_an_empty_one_is_refused():
    walk, client = make_walk("school_2026").until("preliminary_visit"), Client()
    client.force_login(walk.cast.officer.person, backend="django.contrib.auth.backends.ModelBackend")
    address = f"/cases/{walk.case.number}/messages/"

    assert client.post(address, {"text": " "}).status_code == 422
    assert client.post(address, {"text": TEXT}, follow=True).context["messages_of_case"][0].text == TEXT
