"""The third stage as people do it, and what the public finds afterwards."""

from io import BytesIO

from django.utils import translation
from playwright.sync_api import expect
from pypdf import PdfReader

from tarazy.external.cases.states import Duty
from tarazy.external.decisions.models import Session
from tarazy.external.monitoring.models import Duty as Owed
from tarazy.external.register.models import Certificate, Entry
from tarazy.ground.foundation import clock
from tarazy.ground.ui.dates import day as written


def conclude(play, proposes="accredited"):
    """The department proposes, the coordinator presents."""
    play.analyst.takes("conclusion", proposes=proposes, text="Отчёт показывает соответствие.", expert_council="Совет согласен.")
    play.coordinator.takes("presentation", summary="Организация соответствует стандартам.")


def put_on_agenda(play):
    """The secretary opens a session of today and puts the case on it."""
    play.secretary.takes("council_agenda", number=Session.objects.count() + 1, held_on=clock.today(), place="онлайн")


def vote(play, *votes):
    """The members who owe a vote cast these, in the order of their seats; the last act closes the ballot."""
    members = play.owing("council_vote")
    assert len(members) == len(votes)
    for member, chosen in zip(members, votes, strict=True):
        member.takes("council_vote", outcome="vote", vote=chosen)
    return members


def recuse(play):
    """The first member who owes a vote steps aside and sees nothing more of the case."""
    member = play.owing("council_vote")[0]
    member.finds("council_vote")
    member.closes("council_vote", outcome="recuse", reason="Мой брат работает в этой организации.")
    assert member.go(play.page_of("procedure:case")) == 404
    member.finds_no("council_vote")
    return member


def decide(play, *, grounds=""):
    """The secretary records the decision and tells the institution."""
    play.secretary.takes("council_decision", outcome="decide", grounds=grounds)
    assert play.head.go(play.page_of("decisions:decision")) == 404  # not told yet
    play.secretary.takes("notice")
    assert play.head.go(play.page_of("decisions:decision")) == 200


def appeal(play, ruling):
    """The head appeals; a member of the commission, who had no part in the case, rules."""
    play.head.takes("appeal_window", outcome="appeal", grounds="Условие не следует из отчёта.")
    play.registrar.finds_no("certificate")
    for member in play.cast.council:
        play.person(member).finds_no("appeal_ruling")
    play.duty_of_many(Duty.APPEALS_MEMBER)[0].takes("appeal_ruling", outcome=ruling, grounds="Основания совета не названы в отчёте.")


def publish(play, *, deqar=False):
    """Certificate, register, ministry, and DEQAR where it applies."""
    assert not Entry.objects.exists()
    play.registrar.takes("certificate")
    play.registrar.takes("publication")
    play.registrar.takes("ministry", sent_on=clock.today(), reference="45-М")
    if deqar:
        play.registrar.takes("deqar", report_id="120045")


def found_by_the_public(play):
    """Somebody without an account verifies the certificate, finds the decision by name and downloads the report."""
    public, certificate, name = play.public, Certificate.objects.get(), play.institution.name.said_in(play.language)[0]
    public.go("/verify/")
    form = public.page.locator('main form[action="/verify/"]')
    public.fill(form, number=certificate.number)
    public.submit(form)
    expect(public.page.locator("h1")).to_contain_text(certificate.number)
    expect(public.page.locator("main")).to_contain_text(name)
    expect(public.page.locator(".org-status")).to_be_visible()
    public.go(f"/register/?q={name}")
    public.page.locator("main").get_by_role("link", name=name).first.click()
    expect(public.page.locator("h1")).to_contain_text(name)
    entry = Entry.objects.get()
    public.go(entry.get_absolute_url())
    link = public.page.locator('main a[href$="/report.pdf"]').get_attribute("href")
    answer = public.context.request.get(play.address + link)
    assert answer.status == 200
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.body())).pages)
    return " ".join(text.split())


def first_duties(play):
    """The plan page shows the first monitoring duties with their dates, and the plan lies on the officer's desk."""
    officer = play.officer
    officer.works_on("action_plan")
    owed = Owed.objects.filter(case=play.case)
    assert {duty.kind for duty in owed} == {"action_plan", "interim_report", "renewal"}
    with translation.override(play.language):
        days = [written(duty.due_on) for duty in owed]
    for day in days:
        expect(officer.page.locator("main")).to_contain_text(day)
