"""What the forms of the steps ask, outcome by outcome."""

from datetime import date, timedelta

import pytest

from tarazy.external.cases.services import attach
from tarazy.external.reviews import forms
from tarazy.ground.documents.services import store_bytes
from tarazy.ground.foundation import clock
from tests.external.reviews.scene import Scene
from tests.factories import DAY, NOW

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


@pytest.mark.requirement("R244")
def test_the_order_leaves_the_experts_time_for_the_materials_and_begins_on_a_working_day(scene):
    def errors(day):
        form = filled(scene, forms.AppointmentOrderForm, scene.head, number="1", first_day=f"{day:%Y-%m-%d}", language="ru")
        return list(form.errors)

    assert errors(DAY + timedelta(days=20)) == ["first_day"]
    assert errors(date(2026, 5, 17)) == ["first_day"]
    assert errors(date(2026, 5, 18)) == []


def test_only_documents_of_both_sides_can_be_sent_to_the_panel(scene):
    def held(*sides):
        version = store_bytes(b"%PDF-", name="a.pdf", title="a", by=None, now=NOW)
        return attach(scene.case, version, step="application", round=1, sides=sides)

    shared, internal = held("institution", "agency"), held("agency")
    form = forms.MaterialsForm(case=scene.case, by=scene.coordinator)
    assert list(form.fields["documents"].queryset) == [shared]
    assert list(filled(scene, forms.MaterialsForm, scene.coordinator, documents=[internal.pk]).errors) == ["documents"]


@pytest.mark.requirement("R246")
def test_a_change_of_the_programme_is_described(scene):
    assert list(filled(scene, forms.ProgrammeAgreedForm, scene.director, "change").errors) == ["change"]
    assert filled(scene, forms.ProgrammeAgreedForm, scene.director, "agree").is_valid()


@pytest.mark.requirement("R247")
def test_the_chair_signs_for_members_who_agree(scene):
    assert list(filled(scene, forms.EvaluationReportForm, scene.chair.appointment).errors) == ["agreed"]
