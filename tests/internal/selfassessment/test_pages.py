"""The pages around the editor: the list, the progress, the bank of evidence."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tarazy.internal.selfassessment import services
from tarazy.internal.selfassessment.models import Evidence, SelfAssessment
from tests.factories import NOW, appoint, make_agency, make_standards
from tests.ground.documents.files import a_pdf
from tests.internal.selfassessment.test_editor import address, file_of
from tests.internal.selfassessment.test_services import acted, said


@pytest.mark.parametrize("name", ["list", "begin", "evidence", "add_evidence"])
def test_pages_of_the_institution_do_not_exist_for_an_agency(client, db, name):
    client.force_login(appoint(None, make_agency(), "agency_head").person)

    assert client.get(reverse(f"selfassessment:{name}")).status_code == 404


def test_the_bank_shows_only_the_own_pieces_and_finds_them(officer, college, other):
    services.add_evidence(institution=other.institution, title="Foreign plan", link="https://example.kz", **acted(other))
    piece = services.add_evidence(
        institution=college.institution,
        title="Own plan",
        link="https://example.kz",
        period="2025/26",
        answers=college.answers[:1],
        **acted(college),
    )
    bank = officer.get(reverse("selfassessment:evidence"))

    assert list(bank.context["page_obj"]) == [piece]
    assert address(college).encode() in bank.content
    assert list(officer.get(reverse("selfassessment:evidence"), {"q": "2025 PLAN"}).context["page_obj"]) == [piece]
    assert list(officer.get(reverse("selfassessment:evidence"), {"q": "foreign"}).context["page_obj"]) == []


def test_an_own_file_comes_back_byte_for_byte_and_a_link_has_no_file(officer, college):
    link = services.add_evidence(institution=college.institution, title="Site", link="https://example.kz", **acted(college))
    response = officer.get(reverse("selfassessment:evidence_file", args=[file_of(college).pk]))

    assert b"".join(response.streaming_content) == a_pdf()
    assert officer.get(reverse("selfassessment:evidence_file", args=[link.pk])).status_code == 404


def test_evidence_is_added_to_the_bank_or_refused_beside_its_field(officer, college):
    page = reverse("selfassessment:add_evidence")

    assert officer.post(page, {"file": SimpleUploadedFile("plan.pdf", a_pdf())}).url == reverse("selfassessment:evidence")
    assert list(Evidence.objects.values_list("title", "institution")) == [("plan", college.institution.pk)]
    wrong = officer.post(page, {"file": SimpleUploadedFile("plan.pdf", b"nothing"), "title": "Kept words"})
    assert (wrong.status_code, b"Kept words" in wrong.content, list(wrong.context["form"].errors)) == (422, True, ["file"])
    assert officer.post(page, {}).status_code == 422


def test_the_institution_begins_its_own_selfassessment(officer, college):
    chosen = make_standards("vocational")
    page = reverse("selfassessment:begin")
    begun = officer.post(page, {"purpose": "Before the visit", "standards": chosen.pk})

    assert begun.url == SelfAssessment.objects.get(purpose="Before the visit").get_absolute_url()
    again = officer.post(page, {"purpose": "Before the visit", "standards": chosen.pk})
    assert (again.status_code, list(again.context["form"].errors)) == (422, ["purpose"])
    assert b"Before the visit" in officer.get(reverse("selfassessment:list")).content


def test_progress_counts_by_standard_and_shows_what_was_sealed(officer, college):
    services.write_answer(college.answers[0], **said(), by=college.head, now=NOW)
    sealed = services.seal(college.assessment, by=college.head, now=NOW)
    page = officer.get(reverse("selfassessment:progress", args=[college.assessment.pk]))

    assert [(branch.done, branch.total) for branch in page.context["tree"].branches] == [(1, 2), (0, 2)]
    assert page.context["sealed"] == [(sealed, True)]
    assert sealed.seal[:16].encode() in page.content
