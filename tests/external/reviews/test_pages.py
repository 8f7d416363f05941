"""The pages: who may open which, what they show, what they answer to bad and stale input, what they cost."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tarazy.external.reviews import services
from tarazy.external.reviews.models import FactualItem, Finding, Seat
from tarazy.external.reviews.queries import panel, technical
from tarazy.ground.foundation import clock
from tests.external.reviews.scene import VISIT
from tests.factories import NOW, appoint, make_institution

pytestmark = pytest.mark.django_db
PAGES = ("technical", "panel", "report", "frame", "factual")


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


def address(scene, name, *more):
    return reverse(f"reviews:{name}", args=[scene.case.number, *more])


def statuses(scene, at, *appointments):
    return {one.person.name: {name: at(one).get(address(scene, name)).status_code for name in PAGES} for one in appointments}


def test_a_stranger_and_an_invited_expert_find_no_page_of_the_case(scene, at, client):
    scene.invited()
    stranger = appoint("Чужой Директор", make_institution(), "institution_head")
    for person in (stranger, scene.employer.appointment):
        assert set(statuses(scene, at, person)[person.person.name].values()) == {404}
    client.logout()
    assert client.get(address(scene, "panel")).status_code == 302


@pytest.mark.requirement("R224", "R243")
def test_a_challenged_expert_finds_no_page_of_the_case(scene, at):
    scene.challenged()
    assert set(statuses(scene, at, scene.employer.appointment)["Тимур Работодатель"].values()) == {404}
    assert at(scene.academic.appointment).get(address(scene, "panel")).status_code == 200


@pytest.mark.requirement("R243")
def test_the_institution_sees_no_member_of_the_panel_before_it_is_announced(scene, at):
    scene.declared()
    page = at(scene.director).get(address(scene, "panel")).content.decode()
    assert "Ерлан" not in page
    assert "Тимур" not in page
    scene.take("panel_announced", scene.coordinator)
    page = at(scene.director).get(address(scene, "panel")).content.decode()
    assert "Ерлан" in page
    assert "Certified until" not in page
    assert "Propose" not in page


@pytest.mark.requirement("R248")
def test_the_institution_reads_the_report_from_its_signature_on(scene, at):
    scene.judged()
    assert [
        at(one).get(address(scene, "report")).status_code for one in (scene.director, scene.coordinator, scene.academic.appointment)
    ] == [404, 404, 200]
    scene.take("evaluation_report", scene.chair.appointment, today=VISIT + timedelta(days=5), agreed=True)
    page = at(scene.director).get(address(scene, "report"))
    assert page.status_code == 200
    assert "Проверено на месте." in page.content.decode()
    pdf = at(scene.director).get(address(scene, "report_pdf"))
    assert b"".join(pdf.streaming_content).startswith(b"%PDF")
    assert at(scene.director).get(address(scene, "frame")).status_code == 404


def test_the_corrected_text_is_not_shown_to_the_institution_before_it_is_signed(scene, at):
    scene.named()
    judgement = scene.case.report.judgements.first()
    services.judge_standard(judgement, level="", analysis="Ещё не подписано", seen=1, by=scene.chair.appointment, now=NOW)
    assert "Ещё не подписано" not in at(scene.director).get(address(scene, "report")).content.decode()
    assert "Ещё не подписано" in at(scene.academic.appointment).get(address(scene, "report")).content.decode()


def test_an_expert_is_proposed_and_withdrawn_on_the_page(scene, at):
    browser = at(scene.coordinator)
    assert "Тимур Работодатель" in browser.get(address(scene, "panel") + "?role=employer").content.decode()
    browser.post(address(scene, "propose"), {"role": "employer", "expert": scene.employer.pk})
    seat = Seat.objects.get()
    assert browser.post(address(scene, "withdraw", seat.pk), {"why": ""}).status_code == 422
    browser.post(address(scene, "withdraw", seat.pk), {"why": "Болен"})
    seat.refresh_from_db()
    assert seat.vacated_why == "Болен"


def test_a_refused_proposal_says_why(scene, at):
    scene.employer.levels = []
    scene.employer.save()
    answer = at(scene.coordinator).post(address(scene, "propose"), {"role": "employer", "expert": scene.employer.pk})
    assert answer.status_code == 422
    assert "not an expert of this level" in answer.content.decode()
    assert not Seat.objects.exists()


def test_a_colleague_who_reads_the_panel_may_not_change_it(scene, at):
    answer = at(scene.head).post(address(scene, "propose"), {"role": "employer", "expert": scene.employer.pk})
    assert answer.status_code == 403
    assert at(scene.director).post(address(scene, "propose"), {"role": "employer", "expert": scene.employer.pk}).status_code == 404


def test_the_panel_cannot_be_changed_from_an_old_page(scene, at):
    scene.invited()
    answer = at(scene.coordinator).post(address(scene, "withdraw", scene.seat(scene.chair).pk), {"why": "Поздно"})
    assert answer.status_code == 409


def test_a_review_is_written_standard_by_standard_and_read_by_the_institution_when_closed(scene, at):
    scene.hand_in()
    browser = at(scene.coordinator)
    assert browser.post(address(scene, "technical_standard", "1"), {"verdict": "rework", "text": ""}).status_code == 422
    answer = browser.post(address(scene, "technical_standard", "1"), {"verdict": "rework", "text": "Нет данных"})
    assert answer.url == address(scene, "technical_standard", "2")
    browser.post(address(scene, "technical_standard", "2"), {"verdict": "ready", "text": ""})
    assert "Нет данных" not in at(scene.director).get(address(scene, "technical")).content.decode()
    scene.take("technical_review", scene.coordinator, "return", note="")
    assert "Нет данных" in at(scene.director).get(address(scene, "technical")).content.decode()


def test_a_stale_text_comes_back_with_both_texts(scene, at):
    scene.writing()
    judgement = scene.case.report.judgements.get(standard__number="1")
    services.judge_standard(judgement, level="full", analysis="Их текст", seen=0, by=scene.academic.appointment, now=NOW)
    answer = at(scene.chair.appointment).post(
        address(scene, "standard", "1"), {"level": "partial", "analysis": "Мой текст", "revision": "0"}
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Их текст" in page
    assert "Мой текст" in page
    assert 'name="revision" value="1"' in page
    judgement.refresh_from_db()
    assert judgement.analysis == "Их текст"


def test_findings_are_written_on_the_page(scene, at):
    scene.writing()
    browser = at(scene.academic.appointment)
    empty = {"kind": "remark", "text": "", "basis": "", "criterion": "", "revision": ""}
    assert browser.post(address(scene, "finding_new", "1"), empty).status_code == 422
    browser.post(address(scene, "finding_new", "1"), empty | {"text": "Учения не оцениваются", "basis": "Журнал"})
    finding = Finding.objects.get()
    answer = browser.post(address(scene, "finding", "1", finding.pk), {"text": "Иначе", "basis": "", "criterion": "", "revision": "7"})
    assert answer.status_code == 409
    browser.post(address(scene, "finding", "1", finding.pk), {"text": "Иначе", "basis": "", "criterion": "", "revision": "0"})
    finding.refresh_from_db()
    assert finding.text == "Иначе"
    browser.post(address(scene, "finding_remove", "1", finding.pk))
    assert not Finding.objects.exists()


def test_inaccuracies_are_named_and_answered_on_the_page(scene, at):
    scene.signed()
    browser = at(scene.officer)
    assert browser.post(address(scene, "factual"), {"passage": "", "correction": "", "standard": ""}).status_code == 422
    browser.post(address(scene, "factual"), {"passage": "58", "correction": "61", "standard": ""})
    item = FactualItem.objects.get()
    assert at(scene.officer).get(address(scene, "answer", item.pk)).status_code == 403
    scene.take("factual_check", scene.officer, "name")
    browser = at(scene.chair.appointment)
    assert browser.post(address(scene, "answer", item.pk), {"answer": "kept", "text": ""}).status_code == 422
    browser.post(address(scene, "answer", item.pk), {"answer": "kept", "text": "Было 58"})
    item.refresh_from_db()
    assert (item.answer, item.answer_text) == ("kept", "Было 58")


def test_pages_cost_at_most_fifteen_queries_whatever_they_show(scene, at, django_assert_max_num_queries):
    scene.hand_in(step="self_assessment_final")
    scene.signed("partial")
    services.name_inaccuracy(scene.case, standard=None, passage="58", correction="61", by=scene.officer, now=NOW)
    for person, names in ((scene.coordinator, ("technical", "panel", "report", "factual")), (scene.chair.appointment, ("report",))):
        browser = at(person)
        for name in names:
            with django_assert_max_num_queries(17):  # two of them are the session's and the person's
                assert browser.get(address(scene, name)).status_code == 200


def test_the_candidates_cost_the_same_for_one_and_for_many(scene, at, django_assert_max_num_queries):
    for n in range(12):
        scene.expert(f"Эксперт {n}", "employer")
    browser = at(scene.coordinator)
    with django_assert_max_num_queries(17):
        assert "Эксперт 11" in browser.get(address(scene, "panel") + "?role=employer").content.decode()


@pytest.mark.requirement("R243")
def test_the_step_page_of_the_announcement_shows_the_institution_only_what_was_announced(scene):
    scene.declared()
    assert list(panel.context_panel_announced(scene.case, scene.director)["seats"]) == []
    assert panel.context_panel_announced(scene.case, scene.coordinator)["seats"].count() == 3
    scene.take("panel_announced", scene.coordinator)
    assert panel.context_panel_announced(scene.case, scene.director)["seats"].count() == 3


@pytest.mark.requirement("R224")
def test_an_invited_expert_is_told_the_institution_the_kind_and_the_month_and_nothing_else(scene):
    scene.invited()
    told = panel.context_declarations(scene.case, scene.employer.appointment)
    assert set(told) == {"invitation"}
    assert set(told["invitation"]) == {"institution", "kind", "month"}


@pytest.mark.requirement("R238")
def test_the_institution_learns_nothing_of_a_review_that_is_not_closed(scene):
    scene.hand_in()
    standard = scene.standards.standards.get(number="1")
    services.review_standard(scene.case, standard=standard, to_rework=True, text="Нет данных", by=scene.coordinator, now=NOW)
    assert technical.context_technical_review(scene.case, scene.director) == {"total": 0}
    assert technical.context_technical_review(scene.case, scene.coordinator)["reviewed"] == 1


@pytest.mark.requirement("R248")
def test_items_are_the_institutions_own_until_they_are_sent(scene, at):
    scene.signed()
    services.name_inaccuracy(scene.case, standard=None, passage="58 учителей", correction="61", by=scene.officer, now=NOW)
    assert "58 учителей" in at(scene.officer).get(address(scene, "factual")).content.decode()
    for person in (scene.coordinator, scene.chair.appointment):
        assert "58 учителей" not in at(person).get(address(scene, "factual")).content.decode()
        assert "58 учителей" not in at(person).get(address(scene, "report")).content.decode()
    scene.take("factual_check", scene.officer, "name")
    assert "58 учителей" in at(scene.chair.appointment).get(address(scene, "factual")).content.decode()
