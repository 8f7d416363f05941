"""What may stand in a rulebook."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

import tarazy
from tarazy.reference.agencies.rulebook import GROUP_TITLES, RULES, Kind, defaults, validate

SOURCE = Path(tarazy.__file__).parent
NUMBERS = [rule for rule in RULES.values() if rule.minimum is not None and rule.kind != Kind.FEES]


def refusal(**changes):
    """The sentences that `validate` raises for neutral values with these changes."""
    with pytest.raises(ValidationError) as caught, translation.override("en"):
        validate({**defaults(), **changes})
    return caught.value.message_dict


def test_neutral_values_are_valid_and_stay_as_they_are():
    assert validate(defaults()) == defaults()


def test_defaults_are_the_callers_own_to_change():
    values = defaults()
    values["seats"]["higher"].append("student")
    values["scale"][0]["passes"] = False
    assert defaults()["seats"]["higher"] == ["chair", "academic", "employer", "student", "international"]
    assert defaults()["seats"]["secondary"] == ["chair", "academic", "employer"]
    assert defaults()["scale"][0]["passes"] is True


@pytest.mark.requirement("R241")
def test_a_university_panel_has_an_employer_a_student_and_an_international_expert_and_a_college_panel_no_international_one():
    seats = defaults()["seats"]
    assert seats["higher"] == ["chair", "academic", "employer", "student", "international"]
    assert seats["vocational"] == ["chair", "academic", "employer", "student"]


@pytest.mark.requirement("R246", "R263")
def test_a_visit_takes_three_days_and_the_rulebook_says_where_that_stands():
    rule = RULES["visit_days"]
    assert rule.default == 3
    assert rule.is_confirmed
    with translation.override("en"):
        assert rule.origin == "Source: IQAA procedure 2.6, IQAA college page s7–9."


def test_a_value_that_no_source_gives_is_named_a_setting():
    unconfirmed = {
        "appeal_days",
        "term_accredited_years",
        "scale",
        "fees",
        "certificate_pattern",
        "quorum_percent",
        "interim_report_months",
    }
    with translation.override("en"):
        for key in unconfirmed:
            assert RULES[key].origin.endswith("The value itself is not confirmed by a source: a setting of the agency."), key


@pytest.mark.requirement("R244")
def test_materials_go_out_several_weeks_before_the_visit():
    assert RULES["materials_days_before_visit"].kind == Kind.CALENDAR_DAYS
    assert refusal(materials_days_before_visit=7) == {"materials_days_before_visit": ["Give a number from 14 to 180."]}


def test_every_rule_has_a_title_an_explanation_and_a_source_and_its_group_a_heading():
    for rule in RULES.values():
        assert str(rule.title), rule.key
        assert str(rule.explanation), rule.key
        assert rule.source, rule.key
        assert rule.group in GROUP_TITLES


def test_every_value_of_the_rulebook_changes_something():
    rulebook = SOURCE / "reference/agencies/rulebook"
    code = "".join(path.read_text() for path in SOURCE.rglob("*.py") if rulebook not in path.parents and "demo" not in path.parts)
    assert [key for key in RULES if not re.search(f"[\"']{key}[\"']", code)] == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_rule_is_explained_in_kazakh_and_in_russian(language):
    with translation.override("en"):
        english = {rule.key: (str(rule.title), str(rule.explanation)) for rule in RULES.values()}
    with translation.override(language):
        same = {
            key
            for key, words in english.items()
            for rule in [RULES[key]]
            if str(rule.title) == words[0] or str(rule.explanation) == words[1]
        }
    assert same == set()


@pytest.mark.parametrize("rule", NUMBERS, ids=lambda rule: rule.key)
def test_a_number_outside_its_limits_is_refused_with_the_limits(rule):
    sentence = f"Give a number from {rule.minimum} to {rule.maximum}."
    assert refusal(**{rule.key: rule.maximum + 1})[rule.key] == [sentence]
    assert refusal(**{rule.key: rule.minimum - 1})[rule.key] == [sentence]


@given(value=st.one_of(st.none(), st.text(), st.floats(), st.booleans(), st.lists(st.integers()), st.just(Decimal(3))))
def test_what_is_no_whole_number_is_never_taken_for_days(value):
    assert refusal(appeal_days=value) == {"appeal_days": ["Give a whole number."]}


def test_a_missing_and_an_unknown_value_are_each_told():
    values = defaults()
    del values["appeal_days"]
    with pytest.raises(ValidationError) as caught, translation.override("en"):
        validate({**values, "apeal_days": 10})
    assert caught.value.message_dict == {
        "apeal_days": ["The rulebook knows no value of this name."],
        "appeal_days": ["Give a value."],
    }


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("with_seminar", "yes", "Say yes or no."),
        ("currency", "GBP", "Choose one of: KZT, USD, EUR."),
        ("fees", {"higher": 1}, "Give the fee of every level of education."),
        ("fees", {**defaults()["fees"], "higher": -1}, "Give a number from 0 to 1000000000."),
        ("seats", {**defaults()["seats"], "higher": ["academic", "student"]}, "A panel has exactly one chair."),
        ("seats", {**defaults()["seats"], "higher": ["chair"]}, "A panel has from 2 to 12 seats."),
        (
            "seats",
            {**defaults()["seats"], "higher": ["chair", "cook"]},
            "A seat is one of: chair, academic, employer, student, international.",
        ),
        ("seats", [], "Give the seats of every level of education."),
        ("scale", [], "A scale has from 2 to 6 levels."),
        ("scale", [*defaults()["scale"][:3], defaults()["scale"][0]], "Each level of the scale has a key of its own."),
        (
            "scale",
            [{**level, "name": {"en": "Only English"}} for level in defaults()["scale"]],
            "Name each level in Kazakh, Russian and English.",
        ),
        ("scale", ["full", "none"], "Each level has a key and says whether it counts as met."),
    ],
)
def test_a_value_of_another_shape_is_refused_with_a_sentence(key, value, sentence):
    assert refusal(**{key: value}) == {key: [sentence]}


def test_a_scale_goes_from_best_to_worst_and_has_both_ends():
    sentence = ["The scale goes from best to worst: levels that count as met come first, and at least one does not count as met."]
    assert refusal(scale=defaults()["scale"][::-1]) == {"scale": sentence}
    assert refusal(scale=defaults()["scale"][:3]) == {"scale": sentence}


@pytest.mark.parametrize(
    "pattern", ["CERT", "{number.real}", "{number!r:z}", "{year}", "{secret}-{number}", "{number", "{0}", "x" * 60 + "{number}", None]
)
def test_a_pattern_that_cannot_number_certificates_is_refused(pattern):
    assert list(refusal(certificate_pattern=pattern)) == ["certificate_pattern"]


def test_values_that_contradict_each_other_are_refused():
    assert list(refusal(term_accredited_years=1, term_conditional_years=2, interim_report_months=6)) == ["term_conditional_years"]
    assert list(refusal(term_accredited_years=1, renewal_months_before=12, interim_report_months=12)) == [
        "interim_report_months",
        "renewal_months_before",
    ]
