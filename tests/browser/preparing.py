"""The first stage as people do it: from the application to the sealed report."""

from datetime import timedelta

from django.urls import reverse
from playwright.sync_api import expect

from tarazy.ground.foundation import clock
from tests.browser.files import pdf

CRITERIA = [(standard, f"{standard}.{part}") for standard in "12" for part in "12"]


def prepare(play, *, procurement=False, rework_of=()):
    """The whole first stage; the report comes back once where `rework_of` names standards."""
    apply(play)
    agree(play, procurement=procurement)
    start(play)
    write_report(play)
    if rework_of:
        review(play, rework=rework_of)
        rework(play)
    review(play)
    seal(play)


def apply(play, *, kind="institutional"):
    """The head of the institution opens the case from the desk and applies with a copy of the licence."""
    head = play.head
    head.go("/desk/")
    head.follow("/cases/new/")
    form = head.page.locator("main form")
    head.fill(form, agency=play.agency.pk, kind=kind)
    head.submit(form)
    expect(head.page).to_have_url(play.address + play.path_of("application"))
    head.closes("application", description="Учим 900 человек в двух корпусах.", licences=pdf("licence"))
    head.reads_move("the head of the agency")
    expect(head.page.locator("main")).to_contain_text("licence")


def agree(play, *, procurement=False):
    """The agency weighs, both confirm the contract; the price is the rulebook's."""
    play.agency_head.takes("capability_review", outcome="accept", profile=True, programmes=True, policies=True, staff=True)
    if procurement:
        play.officer.takes("procurement", number="ГЗ-2026-118", awarded_on=clock.today())
    play.officer.finds_no("contract")
    today = clock.today()
    days = {"report_due_on": today + timedelta(days=90), "visit_planned_for": today + timedelta(days=150)}
    play.agency_head.takes("contract", price=1500000, language=play.language, **days)
    play.officer.finds_no("contract_institution")  # the head alone signs
    play.head.takes("contract_institution", outcome="confirm")
    play.agency_head.takes("contract_agency")


def start(play):
    """A coordinator is appointed, visits, and trains the working groups."""
    play.agency_head.takes("coordinator", coordinator=play.cast.coordinator.pk)
    play.agency_head.reads_move("the coordinator")
    visited(play, "preliminary_visit")
    gathered(play, "seminar", form="hybrid", in_person=18, online=27)


def visited(play, step):
    """The coordinator records a visit or an audit."""
    play.coordinator.takes(step, held_on=clock.today(), people="Рабочая группа", summary="Документы есть, рабочие группы созданы.")


def gathered(play, step, /, **how):
    """The coordinator records a seminar, a webinar or a briefing."""
    play.coordinator.takes(step, held_on=clock.today(), topic="Как писать отчёт", **how)


def write_report(play):
    """The quality officer answers each criterion in the editor, goes back to the step and hands the report in."""
    officer, page = play.officer, play.officer.page
    officer.works_on("self_assessment_first")
    for place, (_standard, number) in enumerate(CRITERIA):
        expect(page.locator("h1")).to_contain_text(number)
        form = page.locator("#answer")
        officer.fill(form, rating="full", text=f"По критерию {number} мы делаем вот что.", language="ru")
        officer.submit(form, value="next" if place + 1 < len(CRITERIA) else "save")
    officer.back_to("self_assessment_first")
    officer.closes("self_assessment_first")


def review(play, *, rework=()):
    """The coordinator reviews each standard; `rework` names those that go back."""
    coordinator = play.coordinator
    coordinator.works_on("technical_review")
    for number in "12":
        coordinator.go(play.page_of("reviews:technical_standard", number))
        form = coordinator.page.locator("main form")
        back = number in rework
        coordinator.fill(form, verdict="rework" if back else "ready", text="Покажите, чем это подтверждается." if back else "")
        coordinator.submit(form)
    coordinator.back_to("technical_review")
    coordinator.closes("technical_review", outcome="return" if rework else "accept", note="Спасибо за отчёт.")


def rework(play):
    """The officer reads the remark, improves the text and hands the report in once more."""
    officer = play.officer
    officer.finds("self_assessment_first")
    officer.go(play.page_of("reviews:technical"))
    expect(officer.page.locator("main")).to_contain_text("Покажите, чем это подтверждается.")
    officer.go(reverse("selfassessment:criterion", args=[play.case.selfassessment_id, "1", "1.1"]))
    form = officer.page.locator("#answer")
    officer.fill(form, text="По критерию 1.1 мы делаем вот что; протоколы приложены.", link="https://example.kz/minutes", title="Протоколы")
    officer.submit(form, value="add")
    expect(officer.page.locator("#evidence")).to_contain_text("Протоколы")
    officer.takes("self_assessment_first")


def seal(play):
    """The final report is handed in and sealed."""
    play.officer.takes("self_assessment_final")
