"""The institution asks for another expert, the agency rules (S4 2.3, R243)."""

import pytest

from tarazy.external.cases.models import Case
from tarazy.external.cases.rules import sides_of
from tarazy.external.reviews.models import Challenge
from tarazy.ground.foundation.errors import Refused
from tests.external.reviews.scene import Scene
from tests.factories import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("R243")]


def test_a_challenged_expert_sees_nothing_of_the_case_until_the_ruling(scene):
    scene.challenged()
    expert = scene.employer.appointment
    assert not Case.objects.visible_to(expert).exists()
    assert sides_of(expert, scene.case) == frozenset()
    assert list(Case.objects.visible_to(scene.academic.appointment)) == [scene.case]

    scene.take("challenge_ruling", scene.head, "reject", grounds="Два года прошли.")

    assert sides_of(expert, scene.case) == {"panel"}
    assert scene.state("evaluation_report") == "open"
    assert Challenge.objects.get().ruling == "rejected"


def test_an_upheld_challenge_empties_the_seat_for_good_and_the_panel_is_formed_again(scene):
    scene.challenged()
    scene.take("challenge_ruling", scene.head, "uphold", grounds="Правило двух лет.")

    assert scene.seat(scene.employer).vacated_why == "Правило двух лет."
    assert not Case.objects.visible_to(scene.employer.appointment).exists()
    assert scene.state("panel") == "open"
    challenge = Challenge.objects.get()
    assert (challenge.ruling, challenge.ruling_grounds, challenge.ruled_by) == ("upheld", "Правило двух лет.", scene.head)

    other = scene.expert("Сауле Замена", "employer")
    scene.propose("employer", other)
    scene.take("panel", scene.coordinator)
    scene.take("declarations", other.appointment, "sign")
    scene.take("panel_announced", scene.coordinator)
    assert scene.state("challenge_window") == "open"


def test_a_challenge_without_grounds_changes_nothing(scene):
    scene.announced()
    with pytest.raises(Refused, match="grounds"):
        scene.take("challenge_window", scene.director, "challenge", seat=scene.seat(scene.employer), grounds="  ", evidence=None)
    assert not Challenge.objects.exists()
    assert sides_of(scene.employer.appointment, scene.case) == {"panel"}
    assert scene.state("challenge_window") == "open"


def test_a_member_of_another_panel_cannot_be_challenged(scene):
    other = Scene()
    other.announced()
    scene.announced()
    with pytest.raises(Refused, match="announced panel"):
        scene.take("challenge_window", scene.director, "challenge", seat=other.seat(other.employer), grounds="Причина", evidence=None)
    assert sides_of(other.employer.appointment, other.case) == {"panel"}


def test_when_nobody_answers_in_time_the_panel_stands(scene):
    scene.announced()
    scene.take("challenge_window", None, "agree", seat=None, grounds="", evidence=None)
    assert scene.state("challenge_ruling") == "skipped"
    assert scene.state("evaluation_report") == "open"


def test_the_challenge_keeps_who_filed_it_and_when(scene):
    scene.challenged()
    challenge = Challenge.objects.get()
    assert (challenge.filed_by, challenge.filed_at, challenge.grounds) == (scene.director, NOW, "Работал у нас до июня.")
