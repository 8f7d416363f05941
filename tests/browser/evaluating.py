"""The second stage as people do it: from the panel to the factual check."""

from datetime import timedelta

from playwright.sync_api import expect

from tarazy.external.cases.states import Duty
from tarazy.external.reviews.models import Seat
from tarazy.ground.foundation import clock
from tarazy.ground.foundation.calendar import is_working_day
from tests.browser.preparing import gathered

MISTAKE, RIGHT = "Обучаются 700 человек.", "Обучаются 900 человек, приказ № 14."


def evaluate(play, *, challenged):
    """The whole second stage: an expert is replaced after a challenge, a wrong number is corrected in the factual check."""
    form_panel(play)
    challenge(play, challenged)
    appoint(play)
    prepare_visit(play)
    visit(play)
    write_evaluation(play)
    correct_facts(play)


def form_panel(play):
    """The coordinator proposes an expert for every free seat; each expert signs; the institution is told."""
    coordinator = play.coordinator
    coordinator.works_on("panel")
    proposals = coordinator.page.locator('form[action$="/panel/propose/"]')
    while proposals.count():
        coordinator.submit(proposals.first)
    coordinator.takes("panel")
    for expert in play.owing("declarations"):
        assert expert.go(play.page_of("procedure:case")) == 404  # nothing of the case is seen before the signature
        expert.takes("declarations", outcome="sign", no_conflict=True, ethics=True, confidentiality=True)
        assert expert.go(play.page_of("procedure:case")) == 200
    play.head.finds_no("challenge_window")
    coordinator.takes("panel_announced")


def challenge(play, role):
    """The head of the institution challenges the expert on this seat, the head of the agency replaces them."""
    seat = Seat.objects.select_related("expert__appointment__person").get(case=play.case, role=role, vacated_at=None)
    expert = play.person(seat.expert.appointment)
    play.head.takes("challenge_window", outcome="challenge", seat=seat.pk, grounds="Эксперт работал у нас до прошлого года.")
    assert expert.go(play.page_of("procedure:case")) == 404
    play.agency_head.takes("challenge_ruling", outcome="uphold", grounds="Работа подтверждается договором.")
    form_panel(play)
    replaced = Seat.objects.get(case=play.case, role=role, vacated_at=None)
    assert replaced.expert_id != seat.expert_id
    assert expert.go(play.page_of("procedure:case")) == 404


def appoint(play):
    """The institution agrees; the order appoints the panel and sets the days."""
    play.head.takes("challenge_window", outcome="agree")
    day = clock.today() + timedelta(days=play.case.values["materials_days_before_visit"] + 3)
    while not all(is_working_day(day + timedelta(days=more)) for more in range(3)):
        day += timedelta(days=1)
    play.agency_head.takes("appointment_order", number="12-П", first_day=day, language=play.language)


def prepare_visit(play):
    """Materials, webinar, the programme with a session on each day, agreed, and the briefing."""
    coordinator = play.coordinator
    coordinator.takes("materials", note="Читайте сначала стандарт 1.")
    gathered(play, "webinar", form="online", online=6)
    coordinator.works_on("visit_programme")
    for place in range(play.case.values["visit_days"]):
        with coordinator.page.expect_navigation():
            coordinator.page.locator('main a[href*="/visit/new/"]').nth(place).click()
        form = coordinator.page.locator("main form").first
        coordinator.fill(form, starts="10:00", ends="11:30", title=f"Встреча {place + 1}", group="Преподаватели")
        coordinator.submit(form)
    coordinator.takes("visit_programme")
    play.officer.takes("programme_agreed", outcome="agree")
    gathered(play, "briefing", form="in_person", in_person=5)


def visit(play):
    """After the last day the chair notes how the visit went."""
    play.wait_until(play.case.visit_last_day)
    play.duty(Duty.CHAIR).takes("site_visit", summary="Программа выполнена.")


def write_evaluation(play):
    """The chair and another expert write the report together; the chair signs."""
    chair, other = play.duty(Duty.CHAIR), play.person(play.case.participations.live().filter(duty=Duty.EXPERT).first().appointment)
    chair.works_on("evaluation_report")
    chair.go(play.page_of("reviews:frame"))
    form = chair.page.locator("main form.form")
    chair.fill(
        form, language=play.language, context=MISTAKE, procedure="Прочитан отчёт, проведены встречи.", overall="Стандарты соблюдены."
    )
    chair.submit(form)
    _judge(play, chair, "1", level="full", kind="good_practice")
    _judge(play, other, "2", level="substantial", kind="recommendation")
    other.finds_no("evaluation_report")
    assert play.officer.go(play.page_of("reviews:report")) == 404
    chair.takes("evaluation_report", agreed=True)


def _judge(play, person, number, *, level, kind):
    person.go(play.page_of("reviews:standard", number))
    form = person.page.locator("main form.form")
    person.fill(form, level=level, analysis=f"Стандарт {number}: панель прочитала и увидела.")
    person.submit(form)
    person.go(play.page_of("reviews:finding_new", number))
    form = person.page.locator("main form.form")
    person.fill(form, kind=kind, text=f"Стандарт {number}: опрашивать выпускников каждый год.")
    person.submit(form)
    expect(person.page.locator("main")).to_contain_text("опрашивать выпускников")


def correct_facts(play):
    """The institution names a wrong number, the chair corrects it and signs again."""
    officer, chair = play.officer, play.duty(Duty.CHAIR)
    officer.works_on("factual_check")
    form = officer.page.locator("main form.form")
    officer.fill(form, passage=MISTAKE, correction=RIGHT)
    officer.submit(form)
    expect(officer.page.locator("#items")).to_contain_text(RIGHT)
    officer.takes("factual_check", outcome="name")
    chair.works_on("factual_answers")
    chair.follow(f"/{play.case.factual_items.get().pk}/")
    form = chair.page.locator("main form").first
    chair.fill(form, answer="corrected", text="Проверили по приказу.")
    chair.submit(form)
    chair.go(play.page_of("reviews:frame"))
    form = chair.page.locator("main form.form")
    chair.fill(form, context=RIGHT)
    chair.submit(form)
    chair.takes("factual_answers", agreed=True)
    officer.go(play.page_of("reviews:report"))
    expect(officer.page.locator("#summary")).to_contain_text(RIGHT)
