"""Nobody misses a day unawares: a reminder before the last day of a step, one more when it is over."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.core import mail
from procrastinate.contrib.django import app

from tarazy.external.procedure.tasks import remind_of_deadlines
from tarazy.ground.foundation import clock
from tarazy.ground.foundation.calendar import add_working_days, working_days_between
from tarazy.ground.notices.delivery import deliver_waiting
from tarazy.ground.notices.models import Notice
from tests.factories_cases import make_walk

pytestmark = pytest.mark.django_db


@pytest.fixture
def on(monkeypatch):
    """`on(day)`: it is noon in Kazakhstan on this day."""
    return lambda day: monkeypatch.setattr(clock, "now", lambda: datetime.combine(day, time(7), UTC))


@pytest.fixture
def brought():
    """`brought(key)`: a walk to this step, whose earlier notices are forgotten, and its row."""

    def bring(key, **world):
        walk = make_walk("school_2026", **world).until(key)
        Notice.objects.all().delete()
        return walk, walk.case.run.steps.get(key=key)

    return bring


def day_before(row, working_days):
    """The last day that lies so many working days before the step's last one."""
    return next(day for n in range(60) for day in [row.due_on - timedelta(days=n)] if working_days_between(day, row.due_on) == working_days)


def told(key):
    """Who was written to of this step, by the kind of notice."""
    return sorted((notice.cause.rsplit("/", 1)[1], notice.person_id) for notice in Notice.objects.filter(cause__contains=f"/{key}/"))


@pytest.mark.requirement("R238")
def test_whose_move_it_is_is_reminded_once_before_the_day_and_once_after_it_however_often_the_worker_looks(on, brought):
    walk, row = brought("technical_review")
    coordinator = walk.cast.coordinator.person_id

    on(day_before(row, 4))
    assert (remind_of_deadlines(timestamp=0), told("technical_review")) == (0, [])
    on(day_before(row, 3))
    assert [remind_of_deadlines(timestamp=0), remind_of_deadlines(timestamp=0)] == [1, 0]
    on(row.due_on)
    assert (remind_of_deadlines(timestamp=0), told("technical_review")) == (0, [("due_soon", coordinator)])
    for days in (1, 2, 9):
        on(add_working_days(row.due_on, days))
        remind_of_deadlines(timestamp=0)
    assert told("technical_review") == [("due_soon", coordinator), ("overdue", coordinator)]


def test_the_rulebook_of_the_case_says_how_many_days_before(on, brought):
    _walk, row = brought("technical_review", reminder_days=1)
    on(day_before(row, 2))
    assert remind_of_deadlines(timestamp=0) == 0
    on(day_before(row, 1))
    assert remind_of_deadlines(timestamp=0) == 1


def test_a_rulebook_from_before_there_were_reminders_has_the_neutral_number(on, brought):
    walk, row = brought("technical_review")
    rulebook = walk.case.rulebook
    del rulebook.values["reminder_days"]
    rulebook.save()
    on(day_before(row, 3))
    assert remind_of_deadlines(timestamp=0) == 1


@pytest.mark.parametrize(
    ("language", "subject", "sentences"),
    [
        (
            "en",
            "a reminder: Self-assessment",
            ["It is your move: Self-assessment", "3 working days are left.", "What then – the coordinator:"],
        ),
        ("ru", "напоминание:", ["Ваша очередь:", "Осталось 3 рабочих дня.", "Что дальше – координатор:"]),
        ("kk", "еске салу:", ["Кезек сізде:", "3 жұмыс күні қалды.", "Содан кейін – үйлестіруші:"]),
    ],
)
def test_a_reminder_says_which_case_which_step_by_when_and_what_then_in_the_readers_language(on, brought, language, subject, sentences):
    walk, row = brought("self_assessment_first")
    person = walk.cast.officer.person
    person.language = language
    person.save()
    on(day_before(row, 3))
    remind_of_deadlines(timestamp=0)

    notice = Notice.objects.get(person=person)
    assert subject in notice.subject
    assert [sentence for sentence in [*sentences, walk.case.number, str(row.due_on.year)] if sentence not in notice.body] == []
    assert notice.url == f"/cases/{walk.case.number}/steps/self_assessment_first/"


def test_a_reminder_goes_out_by_mail_with_its_link(on, brought, settings):
    walk, row = brought("technical_review")
    on(day_before(row, 3))
    remind_of_deadlines(timestamp=0)
    deliver_waiting(now=clock.now())
    [letter] = mail.outbox
    assert letter.to == [walk.cast.coordinator.person.email]
    assert f"{settings.SITE_ADDRESS}/cases/{walk.case.number}/steps/technical_review/" in letter.body


@pytest.mark.requirement("R243")
def test_a_window_that_ends_by_itself_says_what_silence_means_and_is_never_overdue(on, brought):
    walk, row = brought("challenge_window")
    head = walk.cast.head.person
    head.language = "en"
    head.save()
    on(day_before(row, 3))
    remind_of_deadlines(timestamp=0)
    on(add_working_days(row.due_on, 2))
    remind_of_deadlines(timestamp=0)
    [notice] = Notice.objects.filter(person=head)
    assert "If you say nothing by then, this holds: We agree with the composition." in notice.body


@pytest.mark.requirement("R224")
def test_nobody_who_may_not_see_the_case_is_reminded(on, brought):
    """The invited experts' move is open, but they see nothing of the case before they sign."""
    walk, row = brought("declarations")
    assert walk.case.participations.live().filter(owes="declarations").exists()
    on(row.due_on)
    assert (remind_of_deadlines(timestamp=0), told("declarations")) == (0, [])


@pytest.mark.requirement("R224")
def test_who_has_left_the_case_is_reminded_of_nothing(on, brought):
    walk, row = brought("technical_review")
    part = walk.case.participations.live().get(duty="coordinator")
    part.ended_at = clock.now()
    part.save()
    on(row.due_on)
    remind_of_deadlines(timestamp=0)
    assert not Notice.objects.filter(person=walk.cast.coordinator.person).exists()


def test_a_step_that_was_done_reminds_nobody_and_one_that_came_back_does_so_again(on, brought):
    walk, row = brought("technical_review")
    on(day_before(row, 3))
    remind_of_deadlines(timestamp=0)
    row.refresh_from_db()
    row.round = 2
    row.save()
    assert remind_of_deadlines(timestamp=0) == 1
    assert len({notice.cause for notice in Notice.objects.filter(person=walk.cast.coordinator.person)}) == 2
    row.state, row.outcome, row.done_on = "done", "accept", row.due_on
    row.save()
    on(add_working_days(row.due_on, 1))
    assert remind_of_deadlines(timestamp=0) == 0


def test_the_worker_reminds_by_itself_each_day():
    [task] = [task for (name, _id), task in app.periodic_registry.periodic_tasks.items() if name == "procedure.remind"]
    assert (task.cron, task.task.queueing_lock) == ("0 2 * * *", "procedure.remind")


def test_turning_the_demonstrations_clock_ahead_reminds_too(client, settings, brought):
    settings.DEMO = True
    walk, row = brought("technical_review")
    ahead = (row.due_on - clock.today()).days
    clock.turn_ahead(max(ahead, 0))
    assert client.post("/demo/clock/", {"days": "7"}).status_code == 302
    assert told("technical_review") == [("overdue", walk.cast.coordinator.person_id)]
