"""The outbox: told once, in the receiver's language, with its cause or not at all; sent, and tried again."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.urls import reverse
from django.utils.translation import get_language
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from tarazy.ground.notices.delivery import LONGEST_WAIT, deliver, deliver_waiting
from tarazy.ground.notices.models import MOST_TRIES, Notice
from tarazy.ground.notices.queries import unread_count
from tarazy.ground.notices.services import from_template, tell
from tarazy.ground.notices.tasks import sweep
from tarazy.ground.people.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.ground.people.urls")]
NOW = datetime(2026, 5, 28, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def empty_queue(db):
    """The queue's tables are not Django's: what a browser test left there outlives it."""
    ProcrastinateJob.objects.all()._raw_delete("default")


def person(email="aru@example.org", **fields):
    return Person.objects.create_user(email, **{"name": "Aru", "language": "kk", **fields})


def say(*people, **changes):
    said = {"subject": get_language, "body": "Read this.", "url": "/desk/", "cause": "case:12/visit/1", "now": NOW}
    tell(people, **{**said, **changes})


def test_each_receiver_is_told_in_their_own_language():
    say(person(), person("b@example.org", language="ru"), person("c@example.org", language="en"))
    assert sorted(Notice.objects.values_list("person__email", "language", "subject")) == [
        ("aru@example.org", "kk", "kk"),
        ("b@example.org", "ru", "ru"),
        ("c@example.org", "en", "en"),
    ]


def test_one_cause_is_told_once_to_each():
    aru = person()
    say(aru, aru)
    say(aru, person("b@example.org"), subject="Again")
    say(aru, cause="case:12/visit/2")

    assert aru.notices.count() == 2
    assert aru.notices.get(cause="case:12/visit/1").subject == "kk"
    assert Notice.objects.count() == 3


def test_an_act_that_is_undone_tells_nobody_and_queues_nothing():
    with transaction.atomic():
        say(person())
        transaction.set_rollback(True)
    assert Notice.objects.count() == ProcrastinateJob.objects.count() == 0


def test_the_letter_is_queued_with_its_cause():
    say(person())
    job = ProcrastinateJob.objects.get()
    assert (job.task_name, job.args) == ("notices.deliver", {"ids": [Notice.objects.get().pk]})


def test_nothing_is_queued_where_nobody_is_to_be_told():
    say()
    say(person(is_active=False))
    assert Notice.objects.count() == ProcrastinateJob.objects.count() == 0


def test_a_letter_goes_out_once_in_its_language_with_its_link(settings):
    settings.SITE_ADDRESS = "https://tarazy.example/"
    say(person(), subject="Тақырып\nBcc: eve@example.org", body="1 < 2")
    ids = [Notice.objects.get().pk]

    assert [deliver(ids, now=NOW), deliver(ids, now=NOW), deliver_waiting(now=NOW)] == [1, 0, 0]

    [letter] = mail.outbox
    assert (letter.to, letter.subject) == (["aru@example.org"], "Тақырып Bcc: eve@example.org")
    assert letter.body.startswith("1 < 2\n\nhttps://tarazy.example/desk/\n")
    assert "Бұл хатты платформа жазды" in letter.body
    assert letter.message()["Message-ID"] == f"<notice-{ids[0]}@tarazy.example>"
    assert Notice.objects.get().sent_at == NOW


def test_a_template_of_a_letter_is_plain_text():
    say(person(name="A & B"), body=from_template("notices/letter.txt", notice={"body": "A & B"}, address="a"))
    assert Notice.objects.get().body.startswith("A & B")


@pytest.fixture
def broken(monkeypatch):
    """A mail server that refuses one address."""
    sent = []

    def send(self):
        if self.to == ["aru@example.org"]:
            raise ConnectionRefusedError("not today")
        sent.append(self.to)

    monkeypatch.setattr("django.core.mail.EmailMessage.send", send)
    return sent


def test_a_letter_that_fails_keeps_why_waits_and_stops_no_other(broken):
    say(person(), person("b@example.org"))

    assert deliver_waiting(now=NOW) == 1

    assert broken == [["b@example.org"]]
    failed = Notice.objects.get(sent_at=None)
    assert (failed.failed, failed.tries) == ("ConnectionRefusedError: not today", 1)
    assert failed.try_after == NOW + timedelta(minutes=1)
    assert Notice.objects.waiting(NOW).count() == 0
    assert Notice.objects.waiting(NOW + timedelta(minutes=1)).count() == 1


def test_a_letter_is_given_up_after_its_last_try(broken):
    say(person())
    moment = NOW
    for _number in range(MOST_TRIES + 3):
        deliver_waiting(now=moment)
        moment += LONGEST_WAIT
    assert Notice.objects.given_up().get().tries == MOST_TRIES


def test_a_letter_that_went_out_late_keeps_what_failed_before(broken, monkeypatch):
    say(person())
    deliver_waiting(now=NOW)
    monkeypatch.undo()
    assert deliver_waiting(now=NOW + timedelta(hours=1)) == 1
    notice = Notice.objects.get()
    assert (notice.sent_at, notice.failed) == (NOW + timedelta(hours=1), "ConnectionRefusedError: not today")


def test_the_sweep_sends_what_a_dead_worker_left():
    say(person(), now=datetime.now(UTC))
    ProcrastinateJob.objects.all()._raw_delete("default")
    assert sweep(0) == 1


@pytest.mark.django_db(transaction=True)
def test_the_worker_finds_the_letter_and_sends_it():
    say(person())
    with app.replace_connector(app.connector.get_worker_connector()) as hands:
        hands.run_worker(wait=False, listen_notify=False, install_signal_handlers=False, delete_jobs="successful")

    assert [letter.to for letter in mail.outbox] == [["aru@example.org"]]
    assert Notice.objects.get().sent_at is not None
    assert not ProcrastinateJob.objects.filter(task_name="notices.deliver").exists()


def test_everybody_reads_their_own_alone(client):
    aru, other = person(), person("b@example.org")
    say(aru, subject="For Aru")
    say(other, subject="For the other")
    client.force_login(aru)

    page = client.get(reverse("notices:list")).content.decode()

    assert "For Aru" in page
    assert "For the other" not in page
    foreign = reverse("notices:read", args=[other.notices.get().pk])
    assert client.post(foreign).status_code == 404
    assert client.get(foreign).status_code == 405


def test_what_was_read_is_marked_and_leads_on(client):
    aru = person()
    say(aru)
    say(aru, cause="b")
    say(aru, cause="c")
    client.force_login(aru)
    first = aru.notices.first()

    answer = client.post(reverse("notices:read", args=[first.pk]), {"go": "1"})

    assert answer.headers["Location"] == "/desk/"
    assert unread_count(aru) == 2
    client.post(reverse("notices:read_all"))
    assert unread_count(aru) == 0


def test_a_notice_leads_to_no_other_site(client):
    aru = person()
    say(aru, url="https://example.com/")
    client.force_login(aru)
    answer = client.post(reverse("notices:read", args=[aru.notices.get().pk]), {"go": "1"})
    assert answer.headers["Location"] == reverse("notices:list")


def test_letters_are_shown_in_the_demonstration_alone(client, settings):
    say(person(), subject="For Aru")
    assert client.get("/demo/mail/").status_code == 404
    settings.DEMO = True
    assert "For Aru" in client.get("/demo/mail/").content.decode()


@pytest.mark.parametrize("chosen", ["1" * 30, "x", "²", "-1"])
def test_a_receiver_who_does_not_exist_has_no_letters_or_is_ignored(client, settings, chosen):
    settings.DEMO = True
    say(person())
    assert client.get("/demo/mail/", {"to": chosen}).status_code == 200


def test_letters_are_shown_by_receiver(client, settings):
    settings.DEMO = True
    aru = person()
    say(aru, subject="For Aru")
    say(person("b@example.org"), subject="For the other")
    page = client.get("/demo/mail/", {"to": aru.pk}).content.decode()
    assert ("For Aru" in page, "For the other" in page) == (True, False)


@pytest.mark.parametrize("count", [1, 30])
def test_both_lists_cost_the_same_for_one_and_for_thirty(client, settings, count, django_assert_max_num_queries):
    settings.DEMO = True
    aru = person()
    for number in range(count):
        say(aru, cause=str(number))
    client.force_login(aru)
    for page in (reverse("notices:list"), reverse("notices:sent")):
        with django_assert_max_num_queries(7):
            assert client.get(page).status_code == 200
