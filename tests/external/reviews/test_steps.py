"""The steps' pages show what this room gives them: every include renders for those who may open it."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from tarazy.external.reviews.queries import panel, report, technical

pytestmark = pytest.mark.django_db


def shown(name, scene, context):
    """The include as its step page shows it, in English."""
    with translation.override("en"):
        request = RequestFactory().get("/")
        return render_to_string(f"reviews/steps/{name}.html", {"case": scene.fresh(), **context}, request)


def test_the_technical_review_counts_what_was_reviewed(scene):
    scene.hand_in()
    assert "0 standards of 2 reviewed" in shown(
        "technical_review", scene, technical.context_technical_review(scene.case, scene.coordinator)
    )
    assert shown("technical_review", scene, technical.context_technical_review(scene.case, scene.director)).strip() == ""


@pytest.mark.requirement("R224")
def test_an_invited_expert_reads_the_name_of_the_institution_and_no_name_of_a_member(scene):
    scene.invited()
    page = shown("declarations", scene, panel.context_declarations(scene.case, scene.employer.appointment))
    assert str(scene.institution.name) in page
    assert "Ерлан" not in page
    inside = shown("declarations", scene, panel.context_declarations(scene.case, scene.coordinator))
    assert "Ерлан" in inside


def test_the_seats_and_the_challenge_are_shown_with_the_ruling(scene):
    scene.challenged()
    page = shown("seats", scene, panel.context_challenge_window(scene.case, scene.director))
    assert "Тимур Работодатель" in page
    assert "Работал у нас до июня." in page


def test_report_and_items_are_shown(scene):
    scene.signed("partial")
    assert "Partial compliance" in shown("evaluation_report", scene, report.context_evaluation_report(scene.case, scene.chair.appointment))
    assert "No inaccuracy" in shown("factual", scene, report.context_factual_check(scene.case, scene.director))
