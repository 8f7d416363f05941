"""With its report the institution says of each planned action whether it was carried out; the agency confirms; the public reads it."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tarazy.external.monitoring.models import Progress
from tarazy.external.monitoring.published import what_is_done
from tarazy.external.monitoring.services import say_progress
from tarazy.external.procedure.services import take_step
from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tests.factories_cases import make_walk

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("R257", "R175")]
RESULT = "Обучены все сорок педагогов, сертификаты приложены."
YES = {"carried_out": "yes", "result": RESULT}


@pytest.fixture
def walk(reporting, monkeypatch):
    walk = reporting
    monkeypatch.setattr(clock, "now", lambda: walk.now)
    walk.action = walk.case.planned_actions.first()
    walk.address = reverse("monitoring:progress", args=[walk.case.number, walk.action.pk])
    walk.plan = reverse("monitoring:plan", args=[walk.case.number])
    return walk


def say(walk, **more):
    given = {"action": walk.action, "done_on": walk.today, "result": RESULT, "by": walk.cast.officer, "now": walk.now, "today": walk.today}
    return say_progress(walk.case, **given | more)


def state_of(walk):
    return what_is_done([walk.action.finding_id], walk.today)[walk.action.finding_id].state


def review(walk, outcome):
    data = {"grounds": "Проверено."}
    take_step(walk.case, "monitoring_review", by=walk.cast.analyst, now=walk.now, today=walk.today, outcome=outcome, data=data)


def test_what_is_said_is_handed_in_with_the_report_and_public_once_it_is_confirmed(walk):
    draft = say(walk)
    assert state_of(walk) == "theirs"
    walk.step("interim_report")
    draft.refresh_from_db()
    assert (draft.report.duty.number, state_of(walk)) == (1, "theirs")
    review(walk, "confirm")

    walk.action.refresh_from_db()
    assert (walk.action.done_on, walk.action.result, state_of(walk)) == (draft.done_on, RESULT, "done")


def test_a_report_that_leaves_an_action_out_is_refused(walk):
    with pytest.raises(Refused, match=r"planned action|мероприяти"):
        take_step(walk.case, "interim_report", by=walk.cast.officer, now=walk.now, today=walk.today, data={"text": "Всё.", "file": None})

    assert "interim_report" in walk.open_steps()


def test_a_returned_report_asks_nothing_twice_and_a_confirmed_one_asks_again_of_what_is_not_done(walk):
    say(walk, done_on=None, result="")
    walk.step("interim_report")
    review(walk, "return")
    data = {"text": "Дополнено.", "file": None}
    take_step(walk.case, "interim_report", by=walk.cast.officer, now=walk.now, today=walk.today, data=data)
    review(walk, "confirm")

    with pytest.raises(Refused):
        take_step(walk.case, "interim_report", by=walk.cast.officer, now=walk.now, today=walk.today, data=data)


def test_it_is_said_by_the_institution_alone_of_its_own_plan_of_days_that_have_come_while_a_report_is_asked_for(walk):
    for refused, more in (
        (NotYours, {"by": walk.cast.analyst}),
        (Refused, {"done_on": walk.days_on(1)}),
        (Refused, {"result": " "}),
        (Refused, {"action": make_walk("school_2026").until("interim_report").case.planned_actions.first()}),
    ):
        with pytest.raises(refused):
            say(walk, **more)
    assert not Progress.objects.filter(action__case=walk.case).exists()
    walk.step("interim_report")
    with pytest.raises(Stale):
        say(walk)


def test_said_twice_it_stands_once(walk):
    first = say(walk)

    assert say(walk, result="Иначе").pk == first.pk
    with pytest.raises(IntegrityError), transaction.atomic():
        Progress.objects.create(action=walk.action, said_by=walk.cast.officer, said_at=walk.now)


def test_the_page_keeps_what_was_typed_and_shows_a_draft_to_the_institution_alone(walk, at):
    page = at(walk.cast.officer)
    wrong = page.post(walk.address, YES | {"done_on": "2099-01-01"})
    assert (wrong.status_code, RESULT in wrong.text) == (422, True)
    assert page.post(walk.address, {"carried_out": "yes"}).status_code == 422
    assert page.post(walk.address, YES | {"done_on": walk.today.isoformat()}).status_code == 302
    assert RESULT in page.get(walk.plan).text

    assert RESULT not in at(walk.cast.analyst).get(walk.plan).text
    walk.step("interim_report")
    review_page = reverse("procedure:step", args=[walk.case.number, "monitoring_review"])
    assert all(RESULT in at(walk.cast.analyst).get(url).text for url in (walk.plan, review_page))


def test_nobody_else_opens_the_page_and_nobody_once_the_report_is_handed_in(walk, at):
    stranger = make_walk("school_2026").cast
    seen = {who: at(who).get(walk.address).status_code for who in (walk.cast.analyst, walk.cast.secretary, walk.cast.agency_head)}
    assert set(seen.values()) == {403}
    assert at(stranger.officer).get(walk.address).status_code == 404
    assert at(walk.cast.council[0]).get(walk.address).status_code == 404
    assert walk.address not in at(walk.cast.analyst).get(walk.plan).text
    assert at(walk.cast.officer).get(walk.address).status_code == 200
    walk.step("interim_report")

    assert at(walk.cast.officer).post(walk.address, YES | {"done_on": walk.today.isoformat()}).status_code == 409
