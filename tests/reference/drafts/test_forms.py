"""What is written on a page becomes content, and content becomes what the page shows; nothing typed goes astray between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarazy.ground.foundation.text import LANGUAGES
from tarazy.reference.drafts.forms import CriterionForm, HeadForm, StandardForm
from tarazy.reference.standards.names import ASKED_NAMES
from tests.factories import in_three_languages
from tests.reference.drafts.making import typed

WORDS = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=20)
TEXT = st.fixed_dictionaries(dict.fromkeys(LANGUAGES, WORDS))
CRITERION = st.fixed_dictionaries(
    {"text": TEXT, "source": WORDS},
    optional={
        "look_at": TEXT,
        "evidence": st.lists(TEXT, min_size=1, max_size=12),
        "strength": st.lists(TEXT, min_size=1, max_size=6),
        "risk": st.lists(TEXT, min_size=1, max_size=6),
        "questions": st.lists(st.fixed_dictionaries({"for": st.sampled_from(sorted(ASKED_NAMES)), "text": TEXT}), min_size=1, max_size=6),
    },
)


def sent(form_class, part=None, **changes):
    """What the content becomes when the form comes back with `changes`."""
    form = form_class(typed(form_class, part or {}, 1, **changes))
    assert form.is_valid(), form.errors
    return form.part()


@given(criterion=CRITERION)
def test_a_criterion_that_is_kept_untouched_stays_as_it_was(criterion):
    assert sent(CriterionForm, criterion) == criterion


@given(title=TEXT, purpose=TEXT, source=WORDS)
def test_a_standard_and_a_head_that_are_kept_untouched_stay_as_they_were(title, purpose, source):
    standard, head = {"title": title, "purpose": purpose, "source": source}, {"title": title, "summary": purpose, "source": source}
    assert sent(StandardForm, standard) == standard
    assert sent(HeadForm, head) == head


@given(lines=st.fixed_dictionaries({code: st.lists(st.one_of(WORDS, st.just("")), max_size=6) for code in LANGUAGES}))
def test_lists_of_unequal_length_keep_every_line_in_its_place(lines):
    evidence = sent(CriterionForm, **{f"evidence_{code}": "\r\n".join(said) for code, said in lines.items()}).get("evidence", [])
    for code, said in lines.items():
        assert [one[code] for one in evidence if code in one] == [line for line in said if line]
    rows = [row for row in range(max(map(len, lines.values()))) if any(said[row : row + 1] not in ([], [""]) for said in lines.values())]
    assert [{code: lines[code][row] for code in LANGUAGES if lines[code][row : row + 1] not in ([], [""])} for row in rows] == evidence


def test_an_empty_line_holds_the_place_of_what_one_language_does_not_say_yet():
    part = sent(CriterionForm, evidence_kk="Бір\nЕкі\nҮш", evidence_ru="\nДва\n", evidence_en="One\n\nThree")
    assert part["evidence"] == [{"kk": "Бір", "en": "One"}, {"kk": "Екі", "ru": "Два"}, {"kk": "Үш", "en": "Three"}]
    assert sent(CriterionForm, part) == part


def test_the_ends_of_lines_of_a_browser_are_no_change_of_the_text():
    purpose = in_three_languages("First.\n\nSecond.")
    page = {f"purpose_{code}": "First.\r\n\r\nSecond." for code in LANGUAGES}
    assert sent(StandardForm, {"purpose": purpose}, **page)["purpose"] == purpose


def test_a_form_that_says_nothing_is_kept_as_nothing():
    assert sent(CriterionForm) == {"text": {}, "source": ""}
    assert sent(StandardForm) == {"title": {}, "purpose": {}, "source": ""}
    assert sent(HeadForm) == {"title": {}, "summary": {}, "source": ""}


def test_a_question_without_somebody_asks_anybody_and_somebody_without_a_question_is_kept():
    part = sent(CriterionForm, question1_ru="Зачем?", asked2="parents")
    assert part["questions"] == [{"for": "anyone", "text": {"ru": "Зачем?"}}, {"for": "parents", "text": {}}]


@pytest.mark.parametrize(("there", "room"), [(0, 3), (2, 3), (3, 4), (5, 6), (6, 6)])
def test_there_is_room_for_all_questions_and_for_one_more(there, room):
    asked = [{"for": "head", "text": in_three_languages(f"q{at}")} for at in range(there)]
    form = CriterionForm(initial=CriterionForm.start({"questions": asked}))
    assert [name for name in form.fields if name.startswith("asked")] == [f"asked{at}" for at in range(1, room + 1)]


def test_the_languages_of_a_text_stand_side_by_side():
    rows = [[field.name for field in row] for row in StandardForm().rows()]
    assert rows == [["title_kk", "title_ru", "title_en"], ["purpose_kk", "purpose_ru", "purpose_en"], ["source"]]


@pytest.mark.parametrize(("name", "length"), [("text_kk", 1001), ("evidence_ru", 15_001), ("source", 201), ("question1_en", 1001)])
def test_a_text_that_is_longer_than_the_format_takes_is_refused_beside_its_field(name, length):
    form = CriterionForm(typed(CriterionForm, {}, 1, **{name: "x" * length}))
    assert list(form.errors) == [name]
