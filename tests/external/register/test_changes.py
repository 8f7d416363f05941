"""The head of the agency suspends, resumes and withdraws a certificate, wherever its case stands."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from tarazy.external.procedure.services import take_step
from tarazy.external.register import services
from tarazy.external.register.models import StatusChange
from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.journal.models import Entry as JournalEntry
from tarazy.ground.notices.models import Notice
from tests.external.register.scene import FROM, Scene
from tests.factories import appoint, make_agency
from tests.factories_cases import make_walk

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("R229", "R257")]
LICENCE = "Лицензия отозвана приказом № 17."
DAY, NOW = date(2026, 6, 1), datetime(2026, 6, 1, 6, tzinfo=UTC)
ENGLISH = {"accept-language": "en"}


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def scene():
    scene = Scene()
    scene.entry = scene.published()
    scene.head = appoint("Басшы Агенттік", scene.agency, "agency_head")
    scene.rector = appoint("Ректор", scene.institution, "institution_head")
    scene.url = reverse("register:change", args=[scene.case.number])
    return scene


def order(scene, kind, by=None):
    by = by or scene.head
    return services.order_change(scene.entry.certificate, kind, grounds=LICENCE, by=by, now=NOW, today=DAY)


def test_the_head_withdraws_and_everybody_learns_it_with_the_grounds(scene, client):
    order(scene, "withdrawn")
    verified = client.get(reverse("register:certificate", args=[scene.entry.certificate.number]), headers=ENGLISH)
    before = client.get(reverse("register:certificate", args=[scene.entry.certificate.number]), {"on": "2026-05-31"}, headers=ENGLISH)

    assert LICENCE in verified.text
    assert "Withdrawn" in verified.text
    assert LICENCE not in before.text
    assert LICENCE in client.get(scene.entry.get_absolute_url()).text
    assert JournalEntry.objects.get(verb="register.withdrawn").why == LICENCE


def test_the_head_of_the_institution_is_told_in_their_language(scene):
    order(scene, "suspended")
    notice = Notice.objects.get(person=scene.rector.person)

    assert LICENCE in notice.body
    assert scene.entry.certificate.number in notice.body
    assert Notice.objects.count() == 1


def test_nobody_but_the_head_of_this_agency_may_order_it(scene):
    others = [scene.registrar, scene.rector, appoint(None, scene.agency, "analyst"), appoint(None, make_agency("OTHER"), "agency_head")]
    for other in others:
        with pytest.raises(NotYours):
            order(scene, "withdrawn", by=other)

    assert not StatusChange.objects.exists()


def test_the_same_order_twice_is_done_once(scene):
    order(scene, "suspended")
    with pytest.raises(Refused):
        order(scene, "suspended")

    assert (StatusChange.objects.count(), Notice.objects.count()) == (1, 1)


def test_a_suspension_before_the_first_day_of_the_term_is_done_once_and_can_be_lifted():
    scene, day = Scene(), FROM - timedelta(days=1)
    head, certificate = appoint(None, scene.agency, "agency_head"), scene.certify()
    said = {"grounds": LICENCE, "by": head, "now": NOW, "today": day}
    services.order_change(certificate, "suspended", **said)
    with pytest.raises(Refused):
        services.order_change(certificate, "suspended", **said)
    services.order_change(certificate, "resumed", **said)

    assert certificate.state_on(FROM) == "valid"


def test_the_page_asks_says_what_happens_then_and_does_it_once(scene, at):
    page, given = at(scene.head), {"kind": "suspended", "grounds": LICENCE}
    check = page.post(scene.url, given, headers=ENGLISH)
    assert "goes on owing its reports" in check.text
    assert not StatusChange.objects.exists()
    again = page.post(scene.url, given | {"change": "1"})
    assert (again.status_code, LICENCE in again.text, StatusChange.objects.exists()) == (200, True, False)

    assert page.post(scene.url, given | {"sure": "1"}).status_code == 302
    twice = page.post(scene.url, given | {"sure": "1"}, headers=ENGLISH)
    assert (twice.status_code, StatusChange.objects.count()) == (422, 1)
    assert "Suspended" in twice.text


@pytest.mark.parametrize(
    "given", [{}, {"kind": "suspended", "grounds": "  "}, {"kind": "resumed", "grounds": LICENCE}, {"grounds": LICENCE}]
)
def test_bad_input_is_answered_beside_its_field_and_what_was_written_is_kept(scene, at, given):
    answer = at(scene.head).post(scene.url, given | {"sure": "1"} if given else {"sure": "1"})

    assert answer.status_code == 422
    assert given.get("grounds", "").strip() in answer.text
    assert not StatusChange.objects.exists()


def test_everybody_else_finds_neither_the_page_nor_a_way_to_it(scene, at, client):
    ways = [scene.entry.get_absolute_url(), reverse("register:certificate", args=[scene.entry.certificate.number])]
    assert client.get(scene.url).status_code == 302  # to sign in
    assert not any(scene.url in client.get(way).text for way in ways)
    analyst, stranger = appoint(None, scene.agency, "analyst"), appoint(None, make_agency("OTHER"), "agency_head")
    for other in (scene.rector, scene.registrar, analyst, stranger):
        assert at(other).get(scene.url).status_code == 404
        assert at(other).post(scene.url, {"kind": "withdrawn", "grounds": LICENCE, "sure": "1"}).status_code == 404
        assert scene.url not in at(other).get(ways[0]).text
    assert not StatusChange.objects.exists()
    assert scene.url in at(scene.head).get(ways[0]).text


def test_before_the_certificate_there_is_no_page_and_after_a_withdrawal_nothing_to_choose(at):
    scene = Scene()
    head, url = appoint(None, scene.agency, "agency_head"), reverse("register:change", args=[scene.case.number])
    assert at(head).get(url).status_code == 404
    certificate = scene.certify()
    services.order_change(certificate, "withdrawn", grounds=LICENCE, by=head, now=NOW, today=DAY)

    assert 'name="kind"' not in at(head).get(url).text


def test_a_withdrawal_closes_the_follow_up_of_a_running_case_and_leaves_the_ministry_to_be_told(client, monkeypatch):
    walk = make_walk("school_2026").until("ministry")
    certificate = walk.case.decisions.get().certificate
    monkeypatch.setattr(clock, "now", lambda: walk.now)
    shown = {}
    for who in (walk.cast.agency_head, walk.cast.analyst, walk.cast.head):
        client.force_login(who.person, backend="django.contrib.auth.backends.ModelBackend")
        page = client.get(reverse("procedure:case", args=[walk.case.number])).text
        shown[who.role] = reverse("register:change", args=[walk.case.number]) in page
    assert shown == {"agency_head": True, "analyst": False, "institution_head": False}
    services.order_change(certificate, "withdrawn", grounds=LICENCE, by=walk.cast.agency_head, now=walk.now, today=walk.today)

    assert walk.open_steps() == ["ministry"]
    assert {row.key: row.outcome for row in walk.case.run.steps.all()}["action_plan"] == "void"
    assert walk.case.duties.filter(kind="action_plan", met_on=None).exists()  # closed, not handed in
    walk.step("ministry")
    assert walk.case.run.ended_on


def test_a_withdrawal_while_a_report_is_reviewed_closes_the_review_and_the_renewal():
    walk = make_walk("school_2026", decided="conditional").until("monitoring_review")
    certificate = walk.case.decisions.get().certificate
    services.order_change(certificate, "withdrawn", grounds=LICENCE, by=walk.cast.agency_head, now=walk.now, today=walk.today)

    assert walk.open_steps() == []
    assert {row.key: row.outcome for row in walk.case.run.steps.filter(outcome="void")}.keys() == {"monitoring_review", "renewal"}
    assert walk.case.run.ended_on == walk.today


def test_a_suspension_ordered_over_a_missing_report_is_lifted_when_the_report_is_confirmed():
    walk = make_walk("school_2026", decided="conditional").until("interim_report")
    certificate = walk.case.decisions.get().certificate
    services.order_change(certificate, "suspended", grounds=LICENCE, by=walk.cast.agency_head, now=walk.now, today=walk.today)
    walk.step("interim_report")
    data = {"grounds": "Отчёт принят."}
    take_step(walk.case, "monitoring_review", by=walk.cast.analyst, now=walk.now, today=walk.today, outcome="conclude", data=data)

    assert list(certificate.changes.values_list("kind", flat=True)) == ["suspended", "resumed"]
