"""What the forms of the steps ask, outcome by outcome."""

import pytest

from tarazy.external.reviews import forms
from tarazy.ground.foundation import clock
from tests.external.reviews.scene import Scene
from tests.factories import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


def filled(scene, form, by, outcome="done", **data):
    return form(data, {}, case=scene.case, by=by, outcome=outcome)


@pytest.mark.requirement("R224")
def test_an_expert_signs_all_three_declarations_or_names_the_conflict(scene):
    ticks = {"no_conflict": "on", "ethics": "on", "confidentiality": "on"}
    by = scene.employer.appointment
    assert filled(scene, forms.DeclarationsForm, by, "sign", **ticks).is_valid()
    for missing in ticks:
        form = filled(scene, forms.DeclarationsForm, by, "sign", **{key: "on" for key in ticks if key != missing})
        assert list(form.errors) == [missing]
    assert list(filled(scene, forms.DeclarationsForm, by, "conflict").errors) == ["conflict"]
    assert filled(scene, forms.DeclarationsForm, by, "conflict", conflict="Работал там").is_valid()


@pytest.mark.requirement("R243")
def test_a_challenge_names_an_announced_seat_and_its_grounds(scene):
    scene.declared()
    seat = scene.seat(scene.employer)
    asked = {"seat": seat.pk, "grounds": "Работал у нас"}
    assert list(filled(scene, forms.ChallengeWindowForm, scene.director, "challenge", **asked).errors) == ["seat"]
    scene.take("panel_announced", scene.coordinator)
    assert filled(scene, forms.ChallengeWindowForm, scene.director, "challenge", **asked).is_valid()
    assert set(filled(scene, forms.ChallengeWindowForm, scene.director, "challenge").errors) == {"seat", "grounds"}
    assert filled(scene, forms.ChallengeWindowForm, scene.director, "agree").is_valid()


def test_a_seat_of_another_case_is_no_choice(scene):
    other = Scene()
    other.announced()
    scene.announced()
    asked = {"seat": other.seat(other.employer).pk, "grounds": "Причина"}
    assert list(filled(scene, forms.ChallengeWindowForm, scene.director, "challenge", **asked).errors) == ["seat"]


@pytest.mark.requirement("R247")
def test_the_chair_signs_for_members_who_agree(scene):
    assert list(filled(scene, forms.EvaluationReportForm, scene.chair.appointment).errors) == ["agreed"]
