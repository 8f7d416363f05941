"""Forming the panel: seats, declarations, announcement (S4 2.1-2.3, R224, R241, R242)."""

from datetime import date

import pytest

from tarazy.external.cases.models import Case
from tarazy.external.cases.rules import sides_of
from tarazy.external.experts.models import Interest
from tarazy.external.reviews import guards, services
from tarazy.external.reviews.models import Seat
from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.ground.workflow.queries import inbox
from tests.external.reviews.scene import Scene
from tests.factories import DAY, NOW, appoint

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("R241")
def test_a_panel_with_a_free_seat_cannot_be_closed_and_the_refusal_names_the_seat(scene):
    scene.propose("chair", scene.chair)
    scene.propose("academic", scene.academic)

    with pytest.raises(Refused, match="employer"):
        scene.take("panel", scene.coordinator)

    scene.propose("employer", scene.employer)
    scene.take("panel", scene.coordinator)
    assert scene.state("panel") == "done"


def test_nobody_sits_beside_the_seats_of_the_rulebook(scene):
    scene.propose("chair", scene.chair)
    with pytest.raises(Refused, match="taken"):
        scene.propose("chair", scene.academic)
    with pytest.raises(Refused, match="taken"):
        scene.propose("student", scene.academic)
    assert Seat.objects.count() == 1


@pytest.mark.requirement("R241")
def test_a_seat_is_for_somebody_of_its_background(scene):
    with pytest.raises(Refused, match="background"):
        scene.propose("employer", scene.academic)


@pytest.mark.requirement("R224")
def test_an_expert_without_a_certificate_on_the_days_of_the_visit_is_not_proposed(scene):
    scene.employer.certified_until = date(2026, 2, 1)
    scene.employer.save()
    with pytest.raises(Refused, match="certificate"):
        scene.propose("employer", scene.employer)


@pytest.mark.requirement("R224")
def test_an_expert_of_another_level_is_not_proposed(scene):
    scene.employer.levels = ["higher"]
    scene.employer.save()
    with pytest.raises(Refused, match="level"):
        scene.propose("employer", scene.employer)


@pytest.mark.requirement("R224")
@pytest.mark.parametrize("tie", ["workplace", "interest", "office"])
def test_an_expert_tied_to_the_institution_is_not_proposed_and_does_not_stay(scene, tie):
    scene.propose("chair", scene.chair)
    scene.propose("academic", scene.academic)
    scene.propose("employer", scene.employer)
    assert guards.panel_has_no_conflict(scene.case, DAY) is None

    if tie == "workplace":
        scene.employer.workplace = scene.institution
        scene.employer.save()
    elif tie == "interest":
        Interest.objects.create(expert=scene.employer, institution=scene.institution, nature="лекции", since=DAY)
    else:
        appoint(scene.employer.appointment.person, scene.institution, "quality_officer")

    assert "Тимур Работодатель" in guards.panel_has_no_conflict(scene.case, DAY).text
    services.withdraw_expert(scene.seat(scene.employer), why="Связь с организацией", by=scene.coordinator, now=NOW)
    with pytest.raises(Refused, match="Тимур Работодатель"):
        scene.propose("employer", scene.employer)


@pytest.mark.requirement("R224")
def test_a_certificate_that_ends_while_the_panel_is_formed_keeps_it_open(scene):
    scene.propose("chair", scene.chair)
    assert guards.experts_are_certified(scene.case, DAY) is None
    assert "Ерлан Төраға" in guards.experts_are_certified(scene.case, date(2028, 6, 1)).text


@pytest.mark.requirement("R242")
def test_the_panel_is_formed_while_the_report_is_still_being_reviewed(scene):
    assert {scene.state("technical_review"), scene.state("panel")} == {"open"}
    scene.invited()
    assert scene.state("technical_review") == "open"


def test_only_the_coordinator_proposes_and_only_while_the_panel_is_formed(scene):
    with pytest.raises(NotYours):
        services.propose_expert(scene.case, role="chair", expert=scene.chair, by=scene.head, now=NOW, today=DAY)
    scene.invited()
    with pytest.raises(Stale):
        services.withdraw_expert(scene.seat(scene.chair), why="-", by=scene.coordinator, now=NOW)


@pytest.mark.requirement("R224")
def test_an_invited_expert_sees_nothing_of_the_case_until_the_declarations_are_signed(scene):
    scene.invited()
    expert = scene.employer.appointment
    assert not Case.objects.visible_to(expert).exists()
    assert sides_of(expert, scene.case) == frozenset()

    scene.take("declarations", expert, "sign")

    assert list(Case.objects.visible_to(expert)) == [scene.case]
    assert sides_of(expert, scene.case) == {"panel"}
    declaration = scene.seat(scene.employer).declaration
    assert (declaration.no_conflict, declaration.ethics, declaration.confidentiality) == (True, True, True)


def test_the_chair_gets_the_duty_of_the_chair_and_others_that_of_an_expert(scene):
    scene.declared()
    assert scene.seat(scene.chair).participation.duty == "chair"
    assert scene.seat(scene.academic).participation.duty == "expert"


def test_the_declaration_lies_on_the_desk_of_each_invited_expert_until_they_sign(scene):
    from tarazy.external.cases.models import Participation

    scene.invited()
    owing = Participation.objects.live().filter(owes="declarations")
    assert set(owing.values_list("appointment", flat=True)) == {
        expert.appointment_id for expert in (scene.chair, scene.academic, scene.employer)
    }
    scene.take("declarations", scene.chair.appointment, "sign")
    assert scene.state("declarations") == "open"
    assert not owing.filter(appointment=scene.chair.appointment).exists()
    assert not inbox(scene.chair.appointment).exists()


def test_nobody_signs_twice_or_for_another(scene):
    scene.invited()
    scene.take("declarations", scene.chair.appointment, "sign")
    with pytest.raises(NotYours):
        scene.take("declarations", scene.chair.appointment, "sign")
    with pytest.raises(NotYours):
        scene.take("declarations", scene.coordinator, "sign")


@pytest.mark.requirement("R224")
def test_an_expert_with_a_conflict_leaves_the_seat_and_the_panel_is_formed_again(scene):
    scene.invited()
    scene.take("declarations", scene.chair.appointment, "sign")
    scene.take("declarations", scene.employer.appointment, "conflict", conflict="Мой сын учится там.")

    seat = scene.seat(scene.employer)
    assert seat.vacated_at == NOW
    assert seat.declaration.conflict == "Мой сын учится там."
    assert seat.participation.ended_at == NOW
    assert scene.state("panel") == "open"
    assert not Case.objects.visible_to(scene.employer.appointment).exists()

    other = scene.expert("Сауле Замена", "employer")
    scene.propose("employer", other)
    scene.take("panel", scene.coordinator)
    scene.take("declarations", scene.academic.appointment, "sign")
    scene.take("declarations", other.appointment, "sign")
    assert scene.state("declarations") == "done"


def test_everybody_has_declared_only_when_every_seat_has_a_signature(scene):
    scene.invited()
    assert "Ерлан Төраға" in guards.everyone_has_declared(scene.case, DAY).text
    for expert in (scene.chair, scene.academic, scene.employer):
        scene.take("declarations", expert.appointment, "sign")
    assert guards.everyone_has_declared(scene.case, DAY) is None


@pytest.mark.requirement("R243")
def test_the_institution_is_told_every_seat_when_the_panel_is_announced(scene):
    scene.declared()
    assert not scene.case.seats.exclude(announced_at=None).exists()
    scene.take("panel_announced", scene.coordinator)
    assert scene.case.seats.exclude(announced_at=None).count() == 3


def test_a_college_has_a_student_on_its_panel(db):
    scene = Scene("vocational")
    for role, expert in (("chair", scene.chair), ("academic", scene.academic), ("employer", scene.employer)):
        scene.propose(role, expert)
    assert "student" in guards.panel_fills_every_seat(scene.case, DAY).text
