"""What is missing in a draft is told with the names of its pages, in whole sentences, and leads to the page that mends it."""

import pytest
from django.utils import translation

from tarazy.reference.drafts import content, services
from tarazy.reference.drafts.gaps import gaps_in
from tests.factories import DAY, NOW, in_three_languages

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]

STANDARD = {"title": in_three_languages("Third"), "purpose": in_three_languages("Why"), "source": "Order 5"}


def written(draft, new, by):
    """The draft with this content."""
    return services.change(draft, new, seen=draft.revision, by=by, now=NOW, today=DAY)


def told(draft, new, by):
    """What is missing in it then, as `(sentence, page inside the draft)`."""
    changed = written(draft, new, by)
    return [(one.text, one.url.removeprefix(f"/drafts/{draft.pk}/")) for one in gaps_in(changed)]


def with_part(draft, **changes):
    """The content with other parts in criterion 2.1."""
    return content.with_criterion(draft.content, 2, {**content.criterion_at(draft.content, 2, 1), **changes}, 1)


def test_a_whole_draft_lacks_nothing(draft):
    assert gaps_in(draft) == []


def test_gaps_stand_in_the_order_of_the_pages_each_with_its_page(draft, head):
    new = with_part(draft, text={"kk": "Тек қазақша"})
    new = content.with_standard(new, {"title": {}, "purpose": in_three_languages("Why"), "source": ""})
    assert told(draft, {**new, "source": "", "summary": {"en": "Only English"}}, head) == [
        ("About the set, “For whom it is and what for”: the Kazakh text is missing.", "head/"),
        ("About the set, “For whom it is and what for”: the Russian text is missing.", "head/"),
        ("About the set, “Source”: nothing is written yet.", "head/"),
        ("Criterion 2.1, “What must hold”: the Russian text is missing.", "standards/2/criteria/1/"),
        ("Criterion 2.1, “What must hold”: the English text is missing.", "standards/2/criteria/1/"),
        ("Standard 3, “Title”: nothing is written yet.", "standards/3/"),
        ("Standard 3, “Source”: nothing is written yet.", "standards/3/"),
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"evidence": [in_three_languages("An order"), {"kk": "Есеп", "en": "A report"}]},
            "“What usually proves it”, line 2: the Russian text is missing.",
        ),
        ({"questions": [{"for": "head", "text": {}}]}, "question 1: nothing is written yet."),
        (
            {"strength": [in_three_languages("x" * 1001)] * 1},
            "“Signs of strength”, line 1: the Kazakh text is longer than 1000 characters.",
        ),
        ({"risk": [in_three_languages("A sign")] * 7}, "“Signs of risk”: there are more than 6 lines."),
        ({"source": "s" * 201}, "“Source”: the text is longer than 200 characters."),
        ({"text": in_three_languages("A bell \x07")}, "“What must hold”: The file has a character that cannot stand in a text."),
    ],
)
def test_what_a_criterion_lacks_or_has_too_much_is_told_with_its_line(draft, head, changes, said):
    gaps = told(draft, with_part(draft, **changes), head)
    assert gaps[0] == (f"Criterion 2.1, {said}", "standards/2/criteria/1/")


def test_a_standard_without_criteria_leads_to_a_new_one_and_is_the_one_that_is_told(draft, head):
    new = content.with_standard(draft.content, STANDARD)
    assert told(draft, new, head) == [("Standard 3: it has no criterion yet.", "standards/3/criteria/new/")]


def test_of_emptied_standards_the_emptied_ones_are_told(draft, head):
    new = content.without(content.without(draft.content, 1, 1), 1, 1)
    assert told(draft, new, head) == [("Standard 1: it has no criterion yet.", "standards/1/criteria/new/")]


def test_a_set_without_standards_leads_to_a_new_standard(draft, head):
    new = content.without(content.without(draft.content, 1), 1)
    assert told(draft, new, head) == [("About the set: there is no standard yet.", "standards/new/")]


def test_too_many_criteria_are_told_once_at_their_standard(draft, head):
    new = draft.content
    for _ in range(29):
        new = content.with_criterion(new, 1, content.criterion_at(draft.content, 1, 1))
    assert told(draft, new, head) == [("Standard 1: there are more than 30 criteria.", "standards/1/")]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("kk", "3-стандарт, «Атауы»: орысша мәтіні жоқ."),
        ("ru", "Стандарт 3, «Название»: нет текста на русском языке."),
        ("en", "Standard 3, “Title”: the Russian text is missing."),
    ],
)
def test_both_pages_say_it_in_the_readers_language_with_a_link(desk, draft, head, language, said):
    written(draft, content.with_standard(draft.content, {**STANDARD, "title": {"kk": "Үшінші", "en": "Third"}}), head)
    desk.cookies["django_language"] = language
    with translation.override(language):
        for page in ("", "publish/"):
            assert f'<a href="/drafts/{draft.pk}/standards/3/">{said}</a>' in desk.get(f"/drafts/{draft.pk}/{page}").text
