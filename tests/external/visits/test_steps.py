"""The steps' pages show what this room gives them."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from tarazy.external.visits import queries

pytestmark = pytest.mark.django_db


def shown(name, scene, context):
    """The include as its step page shows it, in English."""
    with translation.override("en"):
        request = RequestFactory().get("/")
        return render_to_string(f"visits/steps/{name}.html", {"case": scene.fresh(), **context}, request)


def test_programme_and_materials_are_shown(scene):
    scene.hand_in(step="self_assessment_final")
    scene.ready()
    assert "1 session" in shown("programme", scene, queries.context_visit_programme(scene.case, scene.director))
    assert "18 May" in shown("programme", scene, queries.context_visit_programme(scene.case, scene.director))
    assert "Self-assessment report" in shown("materials", scene, queries.context_materials(scene.case, scene.coordinator))
