"""The editor and the bank of evidence, as the people of an institution use them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tarazy.internal.selfassessment import panels, purposes, services
from tarazy.internal.selfassessment.models import Evidence, SelfAssessment
from tests.factories import DAY, NOW, appoint, make_agency
from tests.ground.documents.files import a_pdf
from tests.internal.selfassessment.conftest import make_college
from tests.internal.selfassessment.test_services import acted, said


def address(college, number="1.1"):
    return reverse("selfassessment:criterion", args=[college.assessment.pk, number[0], number])


def typed(**changes):
    return {"rating": "full", "text": "We do", "language": "en", "revision": 0, "do": "save", **changes}


def pages(college, evidence):
    return [
        *(reverse(f"selfassessment:{name}", args=[college.assessment.pk]) for name in ("edit", "progress")),
        address(college),
        reverse("selfassessment:evidence_file", args=[evidence.pk]),
    ]


def file_of(college, name="plan.pdf"):
    file = SimpleUploadedFile(name, a_pdf())
    return services.add_evidence(institution=college.institution, title="Plan", file=file, **acted(college))


def test_the_editor_opens_at_the_first_criterion_that_is_not_answered(officer, college):
    services.write_answer(college.answers[0], **said(), by=college.head, now=NOW)

    assert officer.get(reverse("selfassessment:edit", args=[college.assessment.pk])).url == address(college, "1.2")


def test_save_keeps_the_answer_and_says_so_and_save_and_next_goes_on(officer, college):
    assert officer.post(address(college), typed()).url == address(college)
    assert officer.post(address(college, "1.2"), typed(do="next")).url == address(college, "2.1")
    assert b"Saved at" in officer.get(address(college)).content
    assert officer.post(address(college, "2.2"), typed(do="next")).url == address(college, "2.2")


def test_line_ends_of_a_browser_are_no_change(officer, college):
    officer.post(address(college), typed(text="One\r\nTwo"))
    officer.post(address(college), typed(text="One\nTwo"))
    college.answers[0].refresh_from_db()

    assert (college.answers[0].text, college.answers[0].revision) == ("One\nTwo", 1)


def test_a_text_that_is_too_long_comes_back_whole_with_the_error_beside_it(officer, college):
    long = "ә" * 30_001
    response = officer.post(address(college), typed(text=long))

    assert response.status_code == 422
    assert response.context["form"]["text"].value() == long
    assert response.context["form"].errors["text"]
    assert b'href="#id_text"' in response.content


def test_a_refused_file_keeps_the_text_and_is_told_beside_the_field(officer, college):
    file = SimpleUploadedFile("plan.pdf", b"not a pdf at all")
    response = officer.post(address(college), typed(text="Long work", file=file))

    assert response.status_code == 422
    assert b"Long work" in response.content
    assert "plan.pdf" in str(response.context["citation"].errors["file"])
    assert (Evidence.objects.count(), college.assessment.answers.exclude(text="").count()) == (0, 0)


def test_a_stale_save_shows_both_texts_and_the_next_one_merges_them(officer, college):
    services.write_answer(college.answers[0], **said(text="Theirs stands"), by=college.head, now=NOW)
    stale = officer.post(address(college), typed(text="Mine is here", rating="partial"))

    assert stale.status_code == 409
    assert stale.content.count(b"Theirs stands") == 1
    assert b"Mine is here</textarea>" in stale.content
    assert b"Saved by" in stale.content
    assert b"editor.js" not in stale.content  # it would save the merge before anybody has read it
    merged = typed(text="Both", revision=stale.context["form"]["revision"].value())
    assert officer.post(address(college), merged).status_code == 302
    college.answers[0].refresh_from_db()
    assert college.answers[0].text == "Both"


def test_what_saves_itself_brings_back_only_the_parts_that_changed(officer, college):
    response = officer.post(address(college), typed(), headers={"HX-Request": "true"})

    assert response.status_code == 200
    assert b'id="id_revision" value="1"' in response.content
    assert b"Saved at" in response.content
    assert b"<html" not in response.content


def test_what_saves_itself_too_late_says_so_and_overwrites_nothing(officer, college):
    services.write_answer(college.answers[0], **said(text="Theirs"), by=college.head, now=NOW)
    response = officer.post(address(college), typed(text="Mine"), headers={"HX-Request": "true"})

    assert response.status_code == 409
    assert b"Show both texts" in response.content
    assert college.assessment.answers.filter(text="Mine").count() == 0


def test_what_saves_itself_with_an_error_tells_it(officer, college):
    response = officer.post(address(college), typed(rating="superb"), headers={"HX-Request": "true"})

    assert response.status_code == 422
    assert b"Your own rating" in response.content


@pytest.mark.requirement("R237")
def test_a_file_a_link_and_a_piece_of_the_bank_are_cited_and_a_citation_is_removed(officer, college):
    known = file_of(college)
    officer.post(address(college), typed(file=SimpleUploadedFile("Есеп 2025.pdf", a_pdf())))
    officer.post(address(college), typed(link="https://example.kz/plan", title="Site", period="2025/26"))
    officer.post(address(college), typed(piece=known.pk))
    cited = college.answers[0].evidence

    assert sorted(cited.values_list("title", "period")) == [("Plan", ""), ("Site", "2025/26"), ("Есеп 2025", "")]
    response = officer.post(address(college), typed(remove=known.pk))
    assert response.url == address(college) + "#evidence"
    assert sorted(cited.values_list("title", flat=True)) == ["Site", "Есеп 2025"]
    assert Evidence.objects.count() == 3


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"do": "add"}, "piece"),
        ({"title": "A thing"}, "file"),
        ({"link": "https://example.kz"}, "title"),
        ({"link": "javascript:alert(1)", "title": "X"}, "link"),
    ],
)
def test_evidence_that_is_not_whole_is_told_beside_its_field(officer, college, given, field):
    response = officer.post(address(college), typed(**given))

    assert response.status_code == 422
    assert list(response.context["citation"].errors) == [field]
    assert Evidence.objects.count() == 0


def test_a_piece_of_another_institution_can_be_neither_cited_nor_removed(officer, college, other):
    theirs = file_of(other)
    services.cite(other.answers[0], theirs, by=other.head)

    assert officer.post(address(college), typed(piece=theirs.pk)).status_code == 422
    assert officer.post(address(college), typed(remove=theirs.pk)).status_code == 302
    assert list(theirs.answers.all()) == [other.answers[0]]


@pytest.mark.parametrize("who", ["another institution", "agency", "coordinator", "expert", "nobody"])
def test_the_living_selfassessment_and_its_evidence_do_not_exist_for_anybody_else(client, college, other, who):
    evidence = file_of(college)
    services.cite(college.answers[0], evidence, by=college.head)
    agency = make_agency()
    readers = {
        "another institution": other.head,
        "agency": appoint(None, agency, "agency_head"),
        "coordinator": appoint(None, agency, "coordinator"),
        "expert": appoint(None, agency, "expert"),
        "nobody": None,
    }
    if readers[who]:
        client.force_login(readers[who].person)
    expected = 404 if readers[who] else 302

    assert {client.get(page).status_code for page in pages(college, evidence)} == {expected}
    assert client.post(address(college), typed(text="Intruder")).status_code in (403, 404)
    assert college.assessment.answers.exclude(text="").count() == 0


def test_a_closed_selfassessment_is_read_and_a_save_is_refused(officer, college):
    SelfAssessment.objects.update(is_open=False)

    assert b"<textarea" not in officer.get(address(college)).content
    assert officer.post(address(college), typed()).status_code == 409


def test_rooms_above_put_panels_beside_the_standard_and_name_the_purpose(officer, college, monkeypatch):
    monkeypatch.setattr(panels, "_sources", [])
    monkeypatch.setattr(purposes, "_namers", {})
    panels.register(lambda assessment, standard, appointment: [{"title": "Remark", "text": f"Of standard {standard.number}"}])
    purposes.register("case", lambda number: purposes.Purpose(f"Case {number}", f"/cases/{number}/"))
    SelfAssessment.objects.update(purpose="case:2026-0007")
    content = officer.get(address(college, "2.1")).content.decode()

    assert "Of standard 2" in content
    assert '<a href="/cases/2026-0007/">Case 2026-0007</a>' in content


@pytest.mark.parametrize("path", ["9/9.9/", "1/2.1/"])
def test_a_criterion_that_does_not_exist_is_not_found(officer, college, path):
    assert officer.get(f"/self-assessment/{college.assessment.pk}/{path}").status_code == 404


def test_a_text_that_arrives_after_the_session_ended_is_not_lost_at_the_sign_in_page(client, college):
    response = client.post(address(college), typed(text="Written for an hour"))

    assert response.status_code == 403
    assert college.assessment.answers.exclude(text="").count() == 0


@pytest.mark.parametrize("name", ["criterion", "progress", "list", "evidence"])
@pytest.mark.django_db
def test_a_page_costs_the_same_for_ten_criteria_and_for_sixty(client, name):
    costs = []
    for standards, criteria in ((2, 5), (10, 6)):
        college = make_college(standards=standards, criteria=criteria)
        for answer in college.answers:
            services.add_evidence(
                institution=college.institution,
                title="Plan",
                link="https://example.kz",
                answers=[answer, college.answers[0]],
                **acted(college),
            )
        client.force_login(college.officer.person)
        page = {"criterion": address(college), "progress": reverse("selfassessment:progress", args=[college.assessment.pk])}
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(page.get(name) or reverse(f"selfassessment:{name}")).status_code == 200
        costs.append(len(queries))

    assert costs[0] == costs[1]
    assert costs[0] <= 15


def test_a_file_is_marked_as_confidential_beside_its_criterion_and_the_mark_is_shown(officer, college):
    address = f"/self-assessment/{college.assessment.pk}/1/1.1/"
    typed = {"rating": "full", "text": "Yes", "language": "en", "revision": 0, "do": "add", "title": "Files of pupils"}
    sent = officer.post(address, {**typed, "confidential": "on", "file": SimpleUploadedFile("pupils.pdf", a_pdf())}, follow=True)
    assert sent.content.decode().count(">confidential<") == 1
    assert officer.get("/evidence/").content.decode().count(">confidential<") == 1


def test_a_link_and_a_piece_of_the_bank_cannot_be_marked_as_confidential(officer, college):
    made = services.add_evidence(
        institution=college.institution, title="Plan", link="https://example.kz/plan", by=college.officer, now=NOW, today=DAY
    )
    address = f"/self-assessment/{college.assessment.pk}/1/1.1/"
    typed = {"rating": "full", "text": "Yes", "language": "en", "revision": 0, "do": "add", "confidential": "on"}
    for piece, sentence in (
        ({"link": "https://example.kz/x", "title": "X"}, "cannot be kept confidential here"),
        ({"piece": made.pk}, "keeps the mark that it was added with"),
    ):
        page = officer.post(address, {**typed, **piece})
        assert (page.status_code, sentence in page.content.decode()) == (422, True)
