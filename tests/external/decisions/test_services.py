"""From the conclusion to the notice: what is recorded, what is refused."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfWriter

from tarazy.external.cases.models import Case, CaseDocument
from tarazy.external.cases.services import join
from tarazy.external.cases.states import Duty, Side
from tarazy.external.decisions import guards, services
from tarazy.external.decisions.models import Conclusion, Question, Session
from tarazy.external.decisions.queries import current_question, recusals_for
from tarazy.external.experts.models import Expert, Interest
from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.ground.journal.models import Entry
from tests.external.decisions.scene import Scene
from tests.factories import DAY, NOW, appoint, make_institution


def a_pdf(name="slides.pdf"):
    """A file that opens."""
    written = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    writer.write(written)
    return SimpleUploadedFile(name, written.getvalue())


def sides_of_paper(case, step):
    return set(CaseDocument.objects.get(case=case, step=step).sides)


@pytest.mark.requirement("R250")
def test_the_department_proposes_with_reasons_and_the_paper_stays_inside(scene):
    scene.conclude("conditional")

    conclusion = Conclusion.objects.get(case=scene.case)
    assert (conclusion.proposes, conclusion.by, conclusion.expert_council) == ("conditional", scene.analyst, "Поддержал 26 февраля.")
    assert sides_of_paper(scene.case, "conclusion") == {"agency", "council", "appeals"}
    assert CaseDocument.objects.get(step="conclusion").document.latest.media_type == "application/pdf"


@pytest.mark.requirement("R250")
def test_a_conclusion_without_reasons_is_refused(scene):
    with pytest.raises(Refused):
        services.record_conclusion(scene.act("conclusion", scene.analyst, proposes="accredited", text=""))
    assert not Conclusion.objects.exists()


@pytest.mark.requirement("R251")
def test_the_presentation_keeps_its_summary_and_its_slides_inside(scene):
    slides = a_pdf()
    services.record_presentation(scene.act("presentation", scene.coordinator, summary="Коротко о деле.", file=slides))

    assert scene.case.records.get(step="presentation").data["summary"] == "Коротко о деле."
    assert sides_of_paper(scene.case, "presentation") == {"agency", "council", "appeals"}


@pytest.mark.requirement("R251")
def test_the_question_freezes_what_the_council_judges(scene):
    scene.conclude()
    question = scene.put()
    Conclusion.objects.update(text="Переписано")

    question.refresh_from_db()
    assert question.pack["conclusion"]["text"].startswith("Стандарты выполнены.")
    assert question.pack["conclusion"]["proposes"] == "accredited"
    assert question.pack["standards"] == f"{scene.case.standards.key} 1"
    assert question.pack["rulebook"] == 1
    assert [member["seat"] for member in question.pack["members"]] == [seat.pk for seat in scene.seats]
    assert len(question.pack["conclusion"]["sha256"]) == 64


def test_the_council_sees_nothing_before_the_agenda_and_the_case_after_it(scene):
    scene.conclude()
    member = scene.seats[1].appointment
    assert not Case.objects.visible_to(member).exists()

    scene.put()

    assert Case.objects.visible_to(member).get() == scene.case
    assert list(scene.case.participations.filter(duty="council_member", owes="council_vote", side="council")) == list(
        scene.case.participations.filter(duty="council_member")
    )
    assert scene.case.participations.filter(duty="council_member").count() == 5


@pytest.mark.requirement("R226")
def test_members_with_an_interest_are_recused_by_themselves_and_see_nothing(scene):
    people = [seat.appointment.person for seat in scene.seats[:4]]
    appoint(people[0], scene.institution, "quality_officer")
    expert = Expert.objects.create(appointment=appoint(people[1], scene.agency, "expert"), background="academic")
    Interest.objects.create(expert=expert, institution=scene.institution, nature="Читал лекции", since=date(2024, 1, 1))
    join(scene.case, appoint(people[2], scene.agency, "expert"), Duty.EXPERT, side=Side.PANEL, now=NOW)
    scene.case.participations.filter(appointment__person=people[2]).update(ended_at=NOW)
    scene.coordinator.person = people[3]
    scene.coordinator.save()
    scene.conclude()

    question = scene.put()

    recused = [(ballot.seat, ballot.recusal_reason) for ballot in question.ballots.filter(recused=True)]
    assert recused == list(zip(scene.seats[:4], ["works", "interest", "panel", "coordinated"], strict=True))
    for seat in scene.seats[:4]:
        assert not Case.objects.visible_to(seat.appointment).exists()
    assert Case.objects.visible_to(scene.seats[4].appointment).exists()


def test_an_interest_in_another_institution_or_of_another_time_recuses_nobody(scene):
    person = scene.seats[0].appointment.person
    appoint(person, make_institution(), "institution_head")
    appoint(person, scene.institution, "quality_officer", since=date(2020, 1, 1), until=date(2024, 1, 1))

    assert recusals_for(scene.case, [person.pk], DAY) == {}


def test_a_case_that_nobody_may_decide_on_does_not_come_on_the_agenda(db):
    scene = Scene(members=1)
    appoint(scene.seats[0].appointment.person, scene.institution, "quality_officer")
    scene.conclude()

    with pytest.raises(Refused, match=r"council|совет|кеңес"):
        scene.put()


def test_a_session_that_is_over_or_numbered_twice_is_refused(scene):
    scene.conclude()
    with pytest.raises(Refused):
        scene.put(held_on=DAY - timedelta(days=1))
    Session.objects.filter(number=11).delete()
    Session.objects.create(agency=scene.agency, number=11, held_on=DAY)
    with pytest.raises(Refused):
        scene.put(number=11)
    assert not Question.objects.exists()


def test_two_cases_of_one_session_stand_one_after_the_other(scene):
    scene.conclude()
    first = scene.put()
    scene.case = scene.make_case()
    scene.conclude()

    second = scene.put(session=first.session)

    assert (first.position, second.position) == (1, 2)


@pytest.mark.requirement("R251")
def test_a_vote_is_named_and_can_be_changed_until_the_ballot_closes(scene):
    scene.conclude()
    question = scene.put()
    scene.vote(1, "refused", note="Мало кадров.")
    member = scene.seats[1].appointment
    assert scene.case.participations.get(appointment=member).owes == ""

    services.change_ballot(scene.case, by=member, outcome="vote", data={"vote": "conditional", "note": ""}, now=NOW)

    ballot = question.ballots.get(seat=scene.seats[1])
    assert (ballot.vote, ballot.note) == ("conditional", "")
    entry = Entry.objects.get(verb="decisions.vote_changed")
    assert (entry.after, set(entry.audience)) == ({}, {"agency", "council"})


def test_the_last_vote_closes_the_ballot(scene):
    scene.conclude()
    scene.put()
    scene.all_vote(*["accredited"] * 5)

    assert current_question(scene.case).closed_at == NOW
    with pytest.raises(Stale):
        services.change_ballot(scene.case, by=scene.seats[0].appointment, outcome="vote", data={"vote": "refused"}, now=NOW)


def test_nobody_votes_for_another(scene):
    scene.conclude()
    question = scene.put()
    for stranger in (scene.secretary, scene.analyst, scene.rector):
        with pytest.raises(NotYours):
            services.record_ballot(scene.act("council_vote", stranger, "vote", vote="accredited"))
    with pytest.raises(NotYours):
        services.record_ballot(
            scene.act("council_vote", scene.seats[0].appointment, "absent", member=question.ballots.get(seat=scene.seats[1]))
        )
    assert question.ballots.waiting().count() == 5


@pytest.mark.requirement("R226")
def test_a_member_who_steps_aside_says_why_and_loses_access(scene):
    scene.conclude()
    question = scene.put()
    member = scene.seats[2].appointment
    with pytest.raises(Refused):
        services.record_ballot(scene.act("council_vote", member, "recuse", reason=" "))

    services.record_ballot(scene.act("council_vote", member, "recuse", reason="Писал учебник с ректором."))

    ballot = question.ballots.get(seat=scene.seats[2])
    assert (ballot.recused, ballot.reason_said) == (True, "Писал учебник с ректором.")
    assert not Case.objects.visible_to(member).exists()
    with pytest.raises(NotYours):
        services.record_ballot(scene.act("council_vote", member, "vote", vote="accredited"))


def test_an_absence_lets_the_others_close_the_ballot(scene):
    scene.conclude()
    question = scene.put()
    for place in range(4):
        scene.vote(place)
    assert guards.everyone_present_has_voted(scene.case, DAY) is not None

    absent = question.ballots.get(seat=scene.seats[4])
    services.record_ballot(scene.act("council_vote", scene.secretary, "absent", member=absent))

    assert guards.everyone_present_has_voted(scene.case, DAY) is None
    assert scene.case.participations.get(appointment=scene.seats[4].appointment).owes == ""
