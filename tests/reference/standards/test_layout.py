"""A file in Tarazy's own layout is read quickly, and says what the strict reader says that it says."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tarazy.reference.standards.layout import content_of, laid_out
from tarazy.reference.standards.package import PACKAGES, parse
from tarazy.reference.standards.strictyaml import PackageInvalid, read
from tests.reference.standards.test_package import SMALL

NO_TEXT = [chr(code) for code in (*range(9), 11, 12, *range(14, 32), *range(127, 160), 0xFFFE, 0xFFFF)]
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=NO_TEXT))
likely = st.sampled_from(
    ["yes", "null", "1.0", "R041", "head", "1:30", "- x", "x: y", "# x", 'say "no"', "a\nb", "\u2028", "\u00a0x", "😀", "<<", "\\0", "\\u"]
)
words = st.one_of(texts, likely)
names = st.sampled_from(["title", "kk", "level", "number"])
contents = st.recursive(
    st.dictionaries(names, st.one_of(words, st.booleans(), st.lists(words, max_size=3)), min_size=1),
    lambda inner: st.dictionaries(names, st.one_of(words, inner, st.lists(inner, min_size=1, max_size=3)), min_size=1),
    max_leaves=8,
)
BITS = [*"\n -:,[]{}\"'#?|>!%@`~=\\/\t&*.0x\r\u00a0\ufeff", "\n  ", "\n---\n", "\n...\n", "yes", "1:30", "<<: ", "\\n", "\\x41"]


@given(contents)
@settings(deadline=None)
def test_what_is_laid_out_is_read_back_by_the_strict_reader_and_by_the_quick_one(content):
    source = laid_out(content).encode()
    assert read(source).content == content
    left_to_the_strict_one = b"&" in source or b"\\u" in source.replace(b"\\\\", b"")
    assert content_of(source) == (None if left_to_the_strict_one else content)


@given(place=st.integers(0, 700), gone=st.integers(0, 3), bits=st.lists(st.sampled_from(BITS), max_size=3).map("".join))
@example(place=SMALL.index("    purpose"), gone=1, bits="")
@settings(max_examples=400, deadline=None)
def test_a_changed_file_is_read_quickly_only_where_the_strict_reader_says_the_same(place, gone, bits):
    text = laid_out(yaml.safe_load(SMALL))
    source = (text[:place] + bits + text[place + gone :]).encode()
    content = content_of(source)
    if content is not None:
        found = read(source)
        assert (found.content, found.problems) == (content, [])


@pytest.mark.parametrize("path", sorted(PACKAGES.glob("*.yaml")), ids=lambda path: path.stem)
def test_our_own_packages_are_in_the_layout(path):
    source = path.read_bytes()
    assert content_of(source) == read(source).content
    assert laid_out(content_of(source)) == source.decode()


def test_a_package_that_was_written_out_is_read_quickly_again():
    source = parse(SMALL.encode()).as_yaml().encode()
    assert content_of(source) == parse(source).content


BOMB = "a: &a\n  x: y\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)}\n  x: *{chr(97 + n)}\n  y: *{chr(97 + n)}\n" for n in range(20))
DEEP = "\n".join("  " * depth + "a:" for depth in range(900)) + "\n"


@pytest.mark.parametrize(
    "source", ["", "a", "- a\n", "a: 1\n", "a: !x b\n", "a: *b\n", 'a: "b"\na: "c"\n', "---\na: bc\n---\nd: ef\n", BOMB, DEEP]
)
def test_what_has_a_trap_is_left_to_the_strict_reader(source):
    assert content_of(source.encode()) is None


def test_a_character_that_no_text_can_have_is_refused_however_it_is_written():
    for written in ("\x07", "\\x07", "\\u0007", "\x9f", "\\N", "\ufffe"):
        with pytest.raises(PackageInvalid):
            parse(laid_out(yaml.safe_load(SMALL)).replace("Policy", f"Policy{written}").encode())
