"""From the Guidelines to the system: every paragraph is told in three languages and leads to something that carries it."""

import re
from pathlib import Path

import pytest
from django.urls import resolve, reverse

from tarazy.reference.guidelines import queries, services
from tarazy.reference.guidelines.provisions import LAST_PARAGRAPH, SECOND_73, levels, paragraphs, paragraphs_in
from tarazy.reference.search.queries import find
from tarazy.site.carried import register
from tests.reference.guidelines.reading import LANGUAGES

NUMBERS = [str(number) for number in range(1, LAST_PARAGRAPH + 1)]
DEMANDS = Path(__file__).parents[4] / "shared" / "requirements.md"


def test_all_paragraphs_stand_in_order_with_the_second_73_behind_75():
    expected = [*NUMBERS[:75], SECOND_73, *NUMBERS[75:]]
    assert list(paragraphs()) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_paragraph_is_told_in_a_sentence_of_its_own_and_none_is_long(language):
    texts = [getattr(one.gist, language) for one in paragraphs().values()]
    assert len(set(texts)) == len(texts)
    assert max(map(len, texts)) <= 260


def test_requirements_of_a_paragraph_are_those_that_name_it():
    if not DEMANDS.exists():
        named = {number: set(one.requirements) for number, one in paragraphs().items()}
        assert all(named.values())
        return
    rows = re.findall(r"^(R\d{3}) \| (¶[^|]*)\|", DEMANDS.read_text(encoding="utf-8"), re.MULTILINE)
    wanted: dict[str, set[str]] = {}
    for demand, source in rows:
        for number in _spans(source):
            wanted.setdefault(number, set()).add(demand)
    assert {number: set(one.requirements) for number, one in paragraphs().items() if number in wanted} == wanted


def _spans(source):
    """The paragraphs of a source as the list of demands writes it: "¶53 Std1", "¶33.1", "¶44-46", "¶73bis, ¶76"."""
    found = set()
    for first, last in re.findall(r"¶(\d+(?:bis)?)(?:\.\d+)?(?:-(\d+))?", source):
        found.update(map(str, range(int(first), int(last) + 1)) if last and int(last) > int(first.removesuffix("bis")) else [first])
    return found


def test_sources_are_read_to_the_paragraph():
    assert paragraphs_in("Guidelines ¶47, ¶49–50; ¶53, standard 10") == {"47", "49", "50", "53"}
    assert paragraphs_in("Guidelines ¶73bis") == {"73bis"}
    assert paragraphs_in("IQAA, principle 3") == frozenset()


def test_every_paragraph_leads_to_a_page_a_provision_or_a_standard_that_is_there(our_library):
    rows = queries.carried()
    assert [row.paragraph.number for row in rows if not (row.standards or row.groups or row.pages)] == []
    assert [row.paragraph.number for row in rows if not (row.standards or row.groups)] == []
    register()
    for page in {page for row in rows for page in row.pages}:
        assert resolve(reverse(page.url_name))


def test_the_page_shows_them_all_with_links_that_lead_somewhere(our_library, client):
    client.cookies["django_language"] = "en"
    text = client.get("/guidelines/paragraphs/").text
    assert all(f'id="p{number}"' in text for number in [*NUMBERS, SECOND_73])
    links = set(re.findall(r'href="(/(?:guidelines|standards)/[^"#]*)', text))
    assert len(links) > len(levels())
    broken = [link for link in links if client.get(link).status_code != 200]
    assert broken == []


@pytest.mark.parametrize(("language", "said"), [("kk", "Нұсқаулық"), ("ru", "Руководств"), ("en", "Guidelines")])
def test_every_level_has_a_page_in_each_language(our_library, client, language, said):
    client.cookies["django_language"] = language
    assert said in client.get("/guidelines/").text
    for key, level in levels().items():
        page = client.get(f"/guidelines/{key}/")
        assert page.status_code == 200
        assert str(getattr(level.title, language)) in page.text
    assert client.get("/guidelines/moon/").status_code == 404


def test_the_page_of_all_paragraphs_costs_few_queries(our_library, client, django_assert_max_num_queries):
    client.get("/guidelines/paragraphs/")
    with django_assert_max_num_queries(4):
        client.get("/guidelines/paragraphs/")


def test_provisions_are_found_by_what_they_say_and_narrowed_by_kind_actor_and_level(our_library):
    assert not services.index()
    found = find("medical service", kind="duty", actor="local_executive")
    assert found.entries
    assert {one.path.partition("#")[0] for one in found.entries} <= {
        "/guidelines/preschool/",
        "/guidelines/secondary/",
        "/guidelines/vocational/",
    }
    only = find("medical service", kind="duty", level="preschool")
    assert {one.path.partition("#")[0] for one in only.entries} == {"/guidelines/preschool/"}
