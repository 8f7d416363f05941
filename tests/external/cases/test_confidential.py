"""What an institution marks as confidential: who reads it, and who reads only that it is there."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tarazy.external.cases.services import attach
from tarazy.external.procedure.queries import documents_for
from tarazy.ground.documents.models import Document
from tarazy.ground.documents.services import make_public
from tarazy.ground.foundation.errors import Refused
from tarazy.internal.selfassessment.models import Answer
from tarazy.internal.selfassessment.services import add_evidence
from tests.factories_cases import make_walk
from tests.ground.documents.files import a_pdf

pytestmark = pytest.mark.django_db
SECRET, PLAIN = "Медицинские справки детей", "План работы"


def with_evidence(*, to, **options):
    """A walk to `to`, whose sealed report rests on a confidential file and on a plain one."""
    walk = make_walk("school_2026", **options).until("self_assessment_first")
    answers = Answer.objects.filter(selfassessment=walk.case.selfassessment)[:1]
    for title, confidential in ((SECRET, True), (PLAIN, False)):
        file = SimpleUploadedFile("file.pdf", a_pdf() + title.encode())
        acted = {"by": walk.cast.officer, "now": walk.now, "today": walk.today}
        add_evidence(institution=walk.case.institution, title=title, file=file, confidential=confidential, answers=list(answers), **acted)
    return walk.until(to)


def reader(appointment):
    """The browser of this person, in English."""
    client = Client()
    client.force_login(appointment.person, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["django_language"] = "en"
    return client


def read(walk, appointment):
    """The page of the sealed report as text, and what the addresses of the confidential and the plain file answer."""
    sealed = walk.case.reports_received.get(step="self_assessment_final").submission
    page = f"/cases/{walk.case.number}/reports/{sealed.number}/"
    pieces = sealed.content["standards"][0]["criteria"][0]["evidence"]
    client = reader(appointment)
    files = {piece["title"]: f"{page}evidence/{piece['version']}/" for piece in pieces}
    text = client.get(page).content.decode()
    return text, files, {title: status(client, address) for title, address in files.items()}


def status(client, address):
    """What an address answers; a file that it gives is read to its end, which closes it."""
    answer = client.get(address)
    assert not answer.streaming or b"".join(answer.streaming_content)
    return answer.status_code


@pytest.fixture
def decided():
    """A case in appeal: every side has somebody on it."""
    return with_evidence(to="appeal_ruling", choices={"appeal_window": "appeal"})


@pytest.mark.requirement("R224")
def test_institution_agency_and_signed_experts_read_a_confidential_file_with_its_mark(decided):
    cast = decided.cast
    expert = decided.case.participations.on_panel().filter(duty="expert").first().appointment
    for appointment in (cast.agency_head, cast.coordinator, expert):
        text, files, answers = read(decided, appointment)
        assert answers == {SECRET: 200, PLAIN: 200}
        assert files[SECRET] in text
        assert text.count(">confidential<") == 1


@pytest.mark.requirement("R224")
def test_council_and_appeals_read_in_the_report_that_it_is_there_but_not_the_file(decided):
    ruling = decided.case.participations.live().filter(side="appeals").first().appointment
    voting = decided.case.participations.live().filter(side="council").first().appointment
    for appointment in (ruling, voting):
        text, files, answers = read(decided, appointment)
        assert answers == {SECRET: 404, PLAIN: 200}
        assert (SECRET in text, files[SECRET] in text, files[PLAIN] in text) == (True, False, True)


@pytest.mark.requirement("R224")
def test_an_invited_expert_and_strangers_read_neither_file():
    walk = with_evidence(to="technical_review")
    stranger = make_walk("school_2026").cast.head
    walk.until("declarations")
    invited = walk.case.participations.live().filter(owes="declarations").first()
    version = walk.case.selfassessment.answers.first().evidence.first().document.latest
    received = walk.case.reports_received.first().submission
    for appointment in (invited.appointment, stranger):
        assert reader(appointment).get(f"/cases/{walk.case.number}/reports/{received.number}/").status_code == 404
        assert reader(appointment).get(f"/cases/{walk.case.number}/reports/{received.number}/evidence/{version.pk}/").status_code == 404
    assert Client().get(f"/cases/{walk.case.number}/reports/{received.number}/").status_code == 302


@pytest.mark.requirement("R230", "R254")
def test_certificate_and_report_are_open_once_published_and_the_confidential_file_stays_away_from_public_pages():
    walk = with_evidence(to="action_plan")
    case = walk.case
    decision = case.decisions.get()
    opened = {case.report.document, decision.certificate.document}
    assert {document.confidentiality for document in opened} == {"open"}
    assert Document.objects.get(title=SECRET).confidentiality == "confidential"
    public = ("/register/", f"/register/organisations/{case.institution.bin}/", f"/verify/{decision.certificate.number}/")
    pages = [Client().get(address, follow=True) for address in (*public, "/register/entries.json")]
    assert {page.status_code for page in pages} == {200}
    texts = [b"".join(page).decode() for page in pages]
    assert [str(case.institution.bin) in text for text in texts] == [True] * 4
    assert not any(SECRET in text or "/evidence/" in text for text in texts)


def test_a_confidential_document_of_a_case_is_kept_from_council_and_appeals_whatever_sides_are_named(decided):
    document = Document.objects.get(title=SECRET)
    held = attach(decided.case, document, step="presentation", round=1, sides=["institution", "agency", "panel", "council", "appeals"])
    shown = {side: held in documents_for(decided.case, {side}) for side in ("institution", "agency", "panel", "council", "appeals")}
    assert shown == {"institution": True, "agency": True, "panel": True, "council": False, "appeals": False}
    held.sides = ["council", "agency"]
    held.save()
    assert held not in documents_for(decided.case, {"council", "panel"})
    voting = decided.case.participations.live().filter(side="council").first().appointment
    assert reader(voting).get(f"/cases/{decided.case.number}/documents/{held.pk}/").status_code == 404


def test_what_was_handed_in_as_confidential_cannot_be_published_and_nothing_beside_it_is(decided):
    secret, plain = Document.objects.get(title=SECRET), Document.objects.get(title=PLAIN)
    with pytest.raises(Refused, match="cannot be published"):
        make_public([plain, secret])
    assert Document.objects.get(title=PLAIN).confidentiality == "parties"
