"""From the Guidelines to the system: where the links of each paragraph lead, with the addresses of the whole site."""

import re

import pytest
from django.urls import resolve

from tarazy.reference.guidelines import queries
from tarazy.reference.guidelines.provisions import LAST_PARAGRAPH, levels, paragraphs

PAGE = "/guidelines/paragraphs/"
IN_ORDER = [*map(str, range(1, 76)), "73bis", *map(str, range(76, LAST_PARAGRAPH + 1))]
ROW = re.compile(r'<tr id="p(\w+)">(.*?)</tr>', re.DOTALL)
LINK = re.compile(r'<a href="([^"#]+)(?:#([^"]+))?"')


def links_of(text):
    """The links of each row of the page, `{paragraph: [(address, anchor), …]}`."""
    return {number: LINK.findall(row) for number, row in ROW.findall(text)}


def test_every_requirement_from_1_to_232_comes_from_a_paragraph_and_every_paragraph_has_one():
    named = {number for one in paragraphs().values() for number in one.requirements}
    assert named == {f"R{number:03}" for number in range(1, 233)}
    assert [number for number, one in paragraphs().items() if not one.requirements] == []


@pytest.mark.parametrize(
    ("number", "key", "standards"),
    [
        ("53", "preschool_internal", 9),
        ("79", "secondary_internal", 10),
        ("118", "vocational_internal", 9),
        ("150", "higher_internal", 10),
        ("176", "higher_external", 7),
        ("191", "additional_internal", 8),
        ("200", "teacher_education", 8),
    ],
)
def test_a_paragraph_of_standards_leads_to_all_of_them_and_their_criteria(our_library, number, key, standards):
    row = next(row for row in queries.carried() if row.paragraph.number == number)
    found = [(one.number, count) for one, count in row.standards if one.set.key == key]
    assert len(found) == standards
    assert all(count >= 1 for _number, count in found)


def test_a_paragraph_leads_to_provisions_to_standards_and_to_the_pages_where_it_is_done(our_library):
    row = next(row for row in queries.carried() if row.paragraph.number == "225")
    assert [(one.level, one.key) for one in row.groups] == [("agency", "rights_of_organisations")]
    assert ("agency_duties", "15") in [(one.set.key, one.number) for one, _count in row.standards]
    assert [one.url_name for one in row.pages] == ["redress:remedies"]


def test_every_link_of_the_page_leads_to_an_address_of_the_site_that_answers(our_library, client):
    rows = links_of(client.get(PAGE).text)
    assert list(rows) == IN_ORDER
    assert [number for number, links in rows.items() if not links] == []
    addresses = {address for links in rows.values() for address, _anchor in links}
    assert all(resolve(address).view_name for address in addresses)
    answers = {address: client.get(address) for address in addresses}
    assert {address for address, answer in answers.items() if answer.status_code not in (200, 302)} == set()
    assert {answer["Location"].partition("?")[0] for answer in answers.values() if answer.status_code == 302} <= {"/accounts/login/"}


def test_every_link_into_a_page_finds_its_place_there(our_library, client):
    wanted = {one for links in links_of(client.get(PAGE).text).values() for one in links if one[1]}
    pages = {address: client.get(address).text for address, _anchor in wanted}
    assert len(pages) == len(levels())
    assert [one for one in wanted if f'id="{one[1]}"' not in pages[one[0]]] == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("kk", ("Ұлттық модель төрт деңгейлі", "Сапа мәдениетінің элементтері", "Шағымдар мен апелляциялар")),
        ("ru", ("В национальной модели четыре уровня", "Элементы культуры качества", "Жалобы и апелляции")),
        ("en", ("The national model has four levels", "Elements of quality culture", "Complaints and appeals")),
    ],
)
def test_the_page_is_read_in_three_languages(our_library, client, language, said):
    client.cookies["django_language"] = language
    text = client.get(PAGE).text
    assert [one for one in (f'lang="{language}"', *said) if one not in text] == []


@pytest.mark.parametrize("page", [PAGE, "/guidelines/", "/guidelines/higher/"])
def test_a_page_of_the_guidelines_asks_the_whole_library_at_most_three_times(our_library, client, page, django_assert_max_num_queries):
    client.get(page)
    with django_assert_max_num_queries(3):
        client.get(page)
