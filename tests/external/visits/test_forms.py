"""What the forms of the visit's steps ask."""

from datetime import date, timedelta

import pytest

from tarazy.external.cases.services import attach
from tarazy.external.visits import forms
from tarazy.ground.documents.services import store_bytes
from tarazy.ground.foundation import clock
from tests.factories import DAY, NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


def filled(scene, form, by, outcome="done", **data):
    return form(data, {}, case=scene.case, by=by, outcome=outcome)


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
