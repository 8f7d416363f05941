"""Words that mean one thing in one place and another elsewhere."""

import re

import pytest

from tarazy.reference.standards import services
from tests.factories import NOW, make_standards
from tests.reference.standards.test_package import SMALL

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]


def _read(client, language, address):
    client.cookies["django_language"] = language
    """The words of a page, without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", client.get(address).text))


def test_a_thing_that_was_found_is_called_one_thing_though_its_kind_is_called_many(client):
    services.load_package(SMALL.encode(), now=NOW)
    text = _read(client, "en", "/standards/find/?q=there+is")
    assert "Criterion 1.1" in text
    assert "Criteria 1.1" not in text
    assert " Criteria " in text


@pytest.mark.parametrize(("language", "country", "condition"), [("ru", "Государство", "Состояние"), ("kk", "Мемлекет", "Күйі")])
def test_who_answers_for_quality_is_the_state_not_a_state_of_things(client, language, country, condition):
    text = _read(client, language, "/guidelines/general/")
    assert f" {country} " in text
    assert f" {condition} " not in text


def test_versions_of_standards_are_not_called_editions_of_rules(client):
    make_standards(key="of_two")
    text = _read(client, "ru", "/standards/of_two/versions/")
    assert " Версии " in text
    assert "Редакции" not in text
