"""A college with a self-assessment of two standards, its head and its quality officer."""

from types import SimpleNamespace

import pytest

from tarazy.internal.selfassessment.models import Answer
from tarazy.internal.selfassessment.queries import answers_in_order
from tarazy.internal.selfassessment.services import begin
from tests.factories import DAY, appoint, make_institution, make_standards

SCALE = [
    {"key": "full", "name": {"kk": "Толық", "ru": "Полное", "en": "Full"}, "passes": True},
    {"key": "partial", "name": {"kk": "Ішінара", "ru": "Частичное", "en": "Partial"}, "passes": True},
    {"key": "none", "name": {"kk": "Жоқ", "ru": "Нет", "en": "None"}, "passes": False},
]


def make_college(standards=2, criteria=2, purpose="Yearly review 2026"):
    """An institution with its people, a begun self-assessment and its answers in order."""
    institution = make_institution(level="vocational")
    assessment = begin(
        institution=institution,
        standards=make_standards("vocational", standards=standards, criteria=criteria),
        scale=SCALE,
        purpose=purpose,
        today=DAY,
    )
    return SimpleNamespace(
        institution=institution,
        head=appoint("Айгерим Сейтова", institution, "institution_head"),
        officer=appoint("Нурлан Ахметов", institution, "quality_officer"),
        assessment=assessment,
        answers=list(answers_in_order(assessment)),
    )


@pytest.fixture
def college(db):
    """One college."""
    return make_college()


@pytest.fixture
def other(db):
    """Another one."""
    return make_college()


def answer_all(assessment):
    """Every criterion gets a rating and a text."""
    Answer.objects.filter(selfassessment=assessment).update(rating="full", text="So it is.")


@pytest.fixture
def officer(client, college):
    client.force_login(college.officer.person)
    client.cookies["django_language"] = "en"
    return client
