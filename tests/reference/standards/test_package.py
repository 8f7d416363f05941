"""What the reader of packages refuses, with the line and a sentence."""

import json
from contextlib import suppress

import pytest
import yaml
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tarazy.reference.standards.package import PACKAGES, PackageInvalid, looks_right, parse, schema

SMALL = """\
key: small
version: "1.0"
level: higher
owner: agency_of_tests
kind: internal
title: {kk: "Жинақ", ru: "Набор", en: "Set"}
summary: {kk: "Сынаққа", ru: "Для теста", en: "For tests"}
source: "tests"
complete: true
standards:
  - number: "1"
    title: {kk: "Саясат", ru: "Политика", en: "Policy"}
    source: "tests 1"
    purpose: {kk: "Мақсат", ru: "Цель", en: "Purpose"}
    criteria:
      - number: "1.1"
        source: "tests 1"
        text: {kk: "Бар", ru: "Есть", en: "There is one"}
        look_at: {kk: "Құжат", ru: "Документ", en: "The document"}
        evidence: [{kk: "Бұйрық", ru: "Приказ", en: "An order"}]
        questions: [{for: head, text: {kk: "Неге?", ru: "Почему?", en: "Why?"}}]
"""


def problems(source):
    """What is said about this file, as `[(line, sentence)]`."""
    with translation.override("en"), pytest.raises(PackageInvalid) as caught:
        parse(source if isinstance(source, bytes) else source.encode())
    return [(problem.line, problem.text) for problem in caught.value.problems]


def changed(old, new):
    """The small package with one place changed."""
    assert SMALL.count(old) == 1, old
    return SMALL.replace(old, new)


def test_the_layout_of_a_file_does_not_change_its_checksum_and_its_content_does():
    other_layout = json.dumps(yaml.safe_load(SMALL), ensure_ascii=False).encode()
    assert parse(other_layout).checksum == parse(SMALL.encode()).checksum
    assert parse(changed("Почему?", "Зачем?").encode()).checksum != parse(SMALL.encode()).checksum


def test_levels_written_out_or_left_out_are_the_same_content():
    assert parse(changed("level: higher\n", "level: higher\nlevels: [higher]\n").encode()) == parse(SMALL.encode())


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ('version: "1.0"', "version: 1.0", 2, "version must be a text; put a number in quotation marks."),
        ("level: higher", "level: moon", 3, "level must be one of: preschool, secondary, vocational, higher, additional, teacher, agency."),
        ("complete: true", "complete: perhaps", 9, "complete must be true or false."),
        ('title: {kk: "Саясат", ru', "title: {ru", 12, "“kk” is missing in standards.1.title."),
        ('en: "There is one"', 'en: "  "', 18, "standards.1.criteria.1.text.en is empty."),
        (
            '    source: "tests 1"\n    purpose',
            '    source: "tests 1"\n    colour: red\n    purpose',
            11,
            "standards.1 has a key that the format does not know: colour.",
        ),
        ("owner: agency_of_tests", "owner: agency_of_tests\nowner: other", 5, "The key “owner” stands here a second time."),
        ('number: "1"\n', 'number: "2"\n', 11, "Here stands number 2; the next standard is 1."),
        ('number: "1.1"', 'number: "1.2"', 16, "Here stands number 1.2; the next criterion is 1.1."),
        ("complete: true", "complete: false", 11, "A set with criteria says “complete: true”."),
        ("level: higher", "level: higher\nlevels: [secondary]", 4, "“levels” must name the level “higher” too."),
        ("{for: head,", "{for: nobody,", 21, "standards.1.criteria.1.questions.1.for must be one of: anyone, head,"),
        ("key: small", "key: Small Set", 1, "key is not written as the format asks."),
    ],
)
def test_a_wrong_place_is_told_with_its_line(old, new, line, sentence):
    found = problems(changed(old, new))
    assert any(place == line and said.startswith(sentence) for place, said in found), found


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (b"", (0, "The file is empty.")),
        (b"key: small\nlevel: \xff", (2, "The file is not written in UTF-8.")),
        (b"a: &x [1]\nb: *x", (2, "Aliases (*name) are not allowed. Write the text out.")),
        (b"a: !!python/object/apply:os.getcwd []", (1, "Tags (!name) are not allowed.")),
        (b"[" * 2000, (1, "The file is nested too deeply.")),
        (b"a: 1\n---\nb: 2", (2, "This is not valid YAML: but found another document.")),
        (b"a: b: c", (1, "This is not valid YAML: mapping values are not allowed in this context.")),
        (b"a: \x00", (0, "The file has a character that cannot stand in a text.")),
        (b"a" * (2 * 1024 * 1024 + 1), (0, "The file is larger than 2 MB.")),
        (b"- a", (1, "the file must have keys and values.")),
    ],
    ids=["empty", "encoding", "alias", "tag", "depth", "documents", "syntax", "nul", "size", "shape"],
)
def test_a_file_that_is_no_plain_yaml_is_refused_before_anything_is_built(source, said):
    assert problems(source) == [said]


def test_a_file_that_would_unfold_without_end_is_refused_at_once():
    bomb = "a: &a [x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20))
    assert problems(bomb) == [(2, "Aliases (*name) are not allowed. Write the text out.")]


def test_all_wrong_places_are_told_at_once_in_the_order_of_the_file():
    wrong = SMALL.replace("level: higher", "level: moon").replace("complete: true", "complete: 3").replace('number: "1.1"', "number: 1.1")
    assert [line for line, _text in problems(wrong)] == [3, 9, 16]


@given(st.binary(max_size=200))
@settings(max_examples=50)
def test_no_bytes_do_more_than_be_refused(source):
    with pytest.raises(PackageInvalid):
        parse(source)


@given(place=st.integers(min_value=0, max_value=len(SMALL) - 1), letter=st.sampled_from("\"{}:[]-'#&*! \n1x"))
@settings(max_examples=100)
def test_a_slip_of_the_pen_is_read_or_refused_and_never_crashes(place, letter):
    source = (SMALL[:place] + letter + SMALL[place + 1 :]).encode()
    with suppress(PackageInvalid):
        package = parse(source)
        assert parse(package.as_yaml().encode()) == package


def test_the_published_schema_itself_refuses_what_the_reader_refuses():
    Draft202012Validator.check_schema(schema())
    validator = Draft202012Validator(schema())
    assert validator.is_valid(yaml.safe_load((PACKAGES / "higher_internal.yaml").read_text()))
    assert not validator.is_valid({**yaml.safe_load(SMALL), "level": "moon"})


PLACES = [("key",), ("level",), ("complete",), ("standards", 0, "number"), ("standards", 0, "criteria", 0, "text", "kk")]
VALUES = st.sampled_from(["1", "higher", "E9", "x" * 1001, "", " ", True, 3, None, []])


@given(place=st.sampled_from(PLACES), value=st.one_of(VALUES, st.text(max_size=5)))
@settings(max_examples=80, deadline=None)
def test_the_quick_judge_and_the_one_that_explains_agree(place, value):
    content = yaml.safe_load(SMALL)
    part = content
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    assert looks_right(content, schema()) == Draft202012Validator(schema()).is_valid(content)
