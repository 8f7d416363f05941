"""The page "How it works": by when each step is done, also where the day follows from the case."""

import pytest
from django.test import Client
from django.utils import translation

from tarazy.external.procedure.editions import EDITIONS
from tarazy.external.procedure.facts import FOLLOWS_FROM, follows_from
from tests.factories import make_agency, make_rulebook

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("R244", "R246")
def test_the_page_says_by_when_the_materials_go_out_and_how_long_the_visit_takes():
    make_rulebook(make_agency("ABC"), materials_days_before_visit=28, renewal_months_before=9)
    client = Client()
    client.cookies["django_language"] = "en"
    page = client.get("/how-it-works/higher_2026/", {"agency": "ABC"}, follow=True).content.decode()
    sentences = (
        "At least 28 days before the first day of the visit.",
        "By the last day of the visit, which takes 3 working days in a row.",
        "9 months before the accreditation ends.",
    )
    assert [sentence for sentence in sentences if f'data-label="Within">{sentence}</td>' not in page] == []


@pytest.mark.parametrize("key", EDITIONS)
def test_every_step_whose_day_follows_from_the_case_says_from_what_in_three_languages(key):
    plan = EDITIONS[key].PLAN
    for step in (step for step in plan.steps.values() if step.due and not step.within):
        said = set()
        for language in ("kk", "ru", "en"):
            with translation.override(language):
                said.add(follows_from(step, {"visit_days": 3}))
        assert (step.key, len(said), "" in said) == (step.key, 3, False)
        assert step.due in FOLLOWS_FROM
