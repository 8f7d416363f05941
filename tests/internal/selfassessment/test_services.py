"""Beginning, answering, citing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tarazy.ground.documents.models import Document
from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.ground.journal.models import Entry
from tarazy.internal.selfassessment import services
from tarazy.internal.selfassessment.models import Evidence, SelfAssessment
from tarazy.internal.selfassessment.queries import unanswered_count
from tests.factories import DAY, NOW, appoint, make_agency, make_institution, make_standards
from tests.ground.documents.files import a_pdf
from tests.internal.selfassessment.conftest import SCALE, answer_all


def said(**changes):
    return {"rating": "full", "text": "We do", "language": "en", "seen_revision": 0, **changes}


def acted(college):
    return {"by": college.officer, "now": NOW, "today": DAY}


@pytest.mark.requirement("R237")
def test_a_selfassessment_has_an_answer_for_every_criterion_and_counts_those_without_rating_or_text(college):
    first, second, third, _last = college.answers
    services.write_answer(first, **said(), by=college.head, now=NOW)
    services.write_answer(second, **said(text=""), by=college.head, now=NOW)
    services.write_answer(third, **said(rating=""), by=college.head, now=NOW)

    assert [answer.criterion.number for answer in college.answers] == ["1.1", "1.2", "2.1", "2.2"]
    assert unanswered_count(college.assessment) == 3
    answer_all(college.assessment)
    assert unanswered_count(college.assessment) == 0


def test_beginning_twice_for_one_purpose_gives_the_same_selfassessment(college):
    again = services.begin(
        institution=college.institution, standards=college.assessment.standards, scale=SCALE, purpose="Yearly review 2026", today=DAY
    )

    assert again == college.assessment
    assert again.answers.count() == 4


def test_an_answer_remembers_who_wrote_it_and_when(college):
    answer = services.write_answer(college.answers[0], **said(), by=college.officer, now=NOW)

    assert (answer.rating, answer.text, answer.language, answer.revision) == ("full", "We do", "en", 1)
    assert (answer.edited_by, answer.edited_at) == (college.officer, NOW)


def test_a_save_after_somebody_elses_overwrites_nothing(college):
    services.write_answer(college.answers[0], **said(text="Theirs"), by=college.head, now=NOW)

    with pytest.raises(Stale):
        services.write_answer(college.answers[0], **said(text="Mine"), by=college.officer, now=NOW)
    college.answers[0].refresh_from_db()
    assert (college.answers[0].text, college.answers[0].edited_by) == ("Theirs", college.head)


def test_saving_what_already_stands_there_changes_nothing_however_old_the_page(college):
    services.write_answer(college.answers[0], **said(), by=college.head, now=NOW)
    again = services.write_answer(college.answers[0], **said(), by=college.officer, now=NOW)

    assert (again.revision, again.edited_by) == (1, college.head)


def test_a_level_that_the_scale_does_not_have_is_refused(college):
    with pytest.raises(Refused):
        services.write_answer(college.answers[0], **said(rating="superb"), by=college.head, now=NOW)


def test_a_closed_selfassessment_is_written_by_nobody(college):
    SelfAssessment.objects.update(is_open=False)

    with pytest.raises(Refused):
        services.write_answer(college.answers[0], **said(), by=college.head, now=NOW)


@pytest.mark.parametrize("role", ["coordinator", "agency_head", "expert"])
def test_an_agency_writes_in_no_selfassessment(college, role):
    with pytest.raises(NotYours):
        services.write_answer(college.answers[0], **said(), by=appoint(None, make_agency(), role), now=NOW)


def test_another_institution_writes_and_cites_nothing_here(college, other):
    mine = services.add_evidence(institution=college.institution, title="Plan", link="https://example.kz", **acted(college))

    with pytest.raises(NotYours):
        services.write_answer(college.answers[0], **said(), by=other.head, now=NOW)
    with pytest.raises(NotYours):
        services.cite(other.answers[0], mine, by=other.head)
    with pytest.raises(NotYours):
        services.add_evidence(institution=college.institution, title="Plan", link="https://example.kz", **acted(other))
    with pytest.raises(NotYours):
        services.add_evidence(
            institution=college.institution, title="Plan", link="https://example.kz", answers=other.answers[:1], **acted(college)
        )
    assert list(Evidence.objects.all()) == [mine]


def test_one_piece_of_evidence_is_cited_many_times_and_stays_in_the_bank_when_a_citation_goes(college):
    first, second, *_rest = college.answers
    piece = services.add_evidence(
        institution=college.institution, title="Plan", link="https://example.kz", answers=[first], **acted(college)
    )
    services.cite(second, piece, by=college.head)
    services.cite(second, piece, by=college.head)
    services.remove_citation(first, piece, by=college.head)

    assert list(piece.answers.all()) == [second]
    assert [entry.sentence for entry in Entry.objects.all()] == ["Нурлан Ахметов: в банк подтверждений добавлено «Plan»"]


def test_when_the_answer_is_stale_nothing_of_the_page_is_saved(college):
    services.write_answer(college.answers[0], **said(text="Theirs"), by=college.head, now=NOW)
    new_piece = {"title": "Plan", "file": SimpleUploadedFile("plan.pdf", a_pdf()), "link": "", "period": ""}

    with pytest.raises(Stale):
        services.save_page(college.answers[0], said=said(), new_piece=new_piece, cited=None, removed=None, **acted(college))
    assert (Evidence.objects.count(), Document.objects.count()) == (0, 0)


def test_a_file_that_is_not_what_its_name_says_is_refused(college):
    with pytest.raises(Refused):
        services.add_evidence(
            institution=college.institution, title="Plan", file=SimpleUploadedFile("plan.pdf", b"MZ\x90\x00 not a pdf"), **acted(college)
        )
    assert Evidence.objects.count() == 0


@pytest.mark.requirement("R237")
def test_an_institution_assesses_itself_without_a_case_against_a_complete_set_of_its_level(college):
    chosen = make_standards("vocational")
    begun = services.begin_own(institution=college.institution, standards=chosen, purpose="  Before   the visit ", **acted(college))

    assert (begun.purpose, begun.standards, begun.answers.count()) == ("Before the visit", chosen, 4)
    assert [level["key"] for level in begun.scale] == ["full", "substantial", "partial", "none"]
    assert Entry.objects.get(subject=begun.journal_name).verb == "selfassessment.begun"


@pytest.mark.parametrize("purpose", ["case:2026-0007", " ", "Yearly review 2026"])
def test_a_purpose_that_a_case_will_use_or_that_is_taken_or_empty_is_refused(college, purpose):
    with pytest.raises(Refused):
        services.begin_own(institution=college.institution, standards=make_standards("vocational"), purpose=purpose, **acted(college))
    assert SelfAssessment.objects.count() == 1


@pytest.mark.parametrize("unfit", [{"level": "higher"}, {"level": "vocational", "complete": False}])
def test_a_set_of_another_level_or_an_incomplete_one_is_refused(college, unfit):
    with pytest.raises(Refused):
        services.begin_own(institution=college.institution, standards=make_standards(**unfit), purpose="Review", **acted(college))


def test_nobody_begins_a_selfassessment_for_another_institution(college):
    with pytest.raises(NotYours):
        services.begin_own(
            institution=make_institution(level="vocational"), standards=make_standards("vocational"), purpose="Review", **acted(college)
        )


def test_a_file_keeps_the_mark_confidential_in_the_bank_and_in_what_is_sealed_and_a_link_cannot_have_it(college):
    answer_all(college.assessment)
    piece = {"institution": college.institution, "title": "Files of pupils", "answers": college.answers[:1], **acted(college)}
    made = services.add_evidence(**piece, file=SimpleUploadedFile("pupils.pdf", a_pdf()), confidential=True)
    with pytest.raises(Refused):
        services.add_evidence(**piece, link="https://example.kz/pupils", confidential=True)

    sealed = services.seal(college.assessment, by=college.head, now=NOW)
    assert made.document.confidentiality == Document.Confidentiality.CONFIDENTIAL
    assert sealed.content["standards"][0]["criteria"][0]["evidence"][0]["confidential"] is True
    assert Evidence.objects.count() == 1
