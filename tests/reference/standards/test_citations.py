"""Sources are said in the reader's language, and an agency's own words are left as they stand."""

import re
from itertools import chain

import pytest
import yaml
from django.utils import translation

from tarazy.reference.guidelines.provisions import levels
from tarazy.reference.standards import services
from tarazy.reference.standards.citations import cited
from tarazy.reference.standards.package import PACKAGES
from tarazy.reference.standards.printed import printed
from tarazy.reference.standards.queries import package_from
from tests.factories import NOW
from tests.reference.standards.test_package import SMALL

GUIDELINES = "Guidelines ¶35–36, ¶40, standard 1; ¶73bis, standards 1, 2 and 3; ¶48, ¶53 and ¶79, item 2"


def sources():
    """Every source that the packages and the Guidelines' files name."""
    for path in PACKAGES.glob("*.yaml"):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        criteria = chain.from_iterable(standard.get("criteria", ()) for standard in content["standards"])
        yield from (one["source"] for one in chain([content], content["standards"], criteria))
    for level in levels().values():
        for group in level.groups:
            yield from (one.source for one in (group, *group.provisions))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "Руководство ¶35–36, ¶40, стандарт 1; ¶73bis, стандарты 1, 2 и 3; ¶48, ¶53 и ¶79, подпункт 2"),
        ("kk", "Нұсқаулық ¶35–36, ¶40, 1-стандарт; ¶73bis, 1, 2 және 3-стандарттар; ¶48, ¶53 және ¶79, 2-тармақша"),
        ("en", GUIDELINES),
    ],
)
def test_a_source_is_said_as_its_reader_says_it(language, said):
    with translation.override(language):
        assert cited(GUIDELINES) == said


def test_every_source_of_ours_is_said_in_three_languages():
    named = set(sources())
    assert len(named) > 200
    with translation.override("en"):
        assert {cited(one) for one in named} == named
    for language in ("kk", "ru"):
        with translation.override(language):
            said = {one: cited(one) for one in named}
        left = {
            one: words for one in named if (words := re.sub(r"ESG|IQAA|bis|2020/C|\bII\b", "", said[one])) and re.search("[A-Za-z]", words)
        }
        assert left == {}
        assert len(set(said.values())) == len(named)


@pytest.mark.parametrize(
    "source", ["", "Бұйрық № 12", "Guidelines", "Guidelines ¶35, chapter 2", "standard 1 of ours", "¶35,", "Order 5; ¶3 "]
)
def test_what_an_agency_writes_is_left_as_it_stands(source):
    with translation.override("ru"):
        assert cited(source) == source


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "said"), [("kk", "Нұсқаулық ¶53, 1-стандарт"), ("ru", "Руководство ¶53, стандарт 1")])
def test_the_pages_and_the_printed_set_say_it_in_the_readers_language(client, language, said):
    text = SMALL.replace('"tests 1"', '"Guidelines ¶53, standard 1"')
    made = services.load_package(text.encode(), now=NOW).set
    client.cookies["django_language"] = language
    assert client.get("/standards/small/1.0/1/").text.count(said) == 2
    with translation.override(language):
        [standard] = printed(made, package_from(made).content)["standards"]
    assert (standard["source"], standard["criteria"][0]["source"]) == (said, said)
