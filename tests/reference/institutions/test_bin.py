"""The check digit and the layout of a BIN."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarazy.reference.institutions import bin as bins

DIGITS = st.text("0123456789", min_size=11, max_size=11)


@pytest.mark.parametrize("number", ["940140000385", "990140004654"])
def test_published_bins_are_valid(number):
    assert bins.read(number).type == "resident"
    assert bins.read(number).unit == "head"


@pytest.mark.parametrize(
    "number",
    ["940140000386", "94014000038", "9401400003850", "94014000038a", "٩٤٠١٤٠٠٠٠٣٨٥", "", "941340000385", "940110000385", "940144000385"],
    ids=["check digit", "short", "long", "letter", "other digits", "empty", "month", "a person's IIN", "unit"],
)
def test_what_is_no_bin_is_refused(number):
    assert not bins.is_valid(number)


@given(DIGITS)
def test_a_check_digit_belongs_to_one_number_only(first_eleven):
    digit = bins.check_digit(first_eleven)
    numbers = [first_eleven + str(last) for last in range(10)]
    assert [number[-1] for number in numbers if bins.check_digit(number[:11]) == number[-1]] == ([digit] if digit else [])


@given(DIGITS, st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_of_the_first_ten_is_noticed_where_the_first_weights_decide(first_eleven, place, shift):
    total = sum(int(digit) * weight for digit, weight in zip(first_eleven, bins.FIRST_WEIGHTS, strict=True))
    wrong = first_eleven[:place] + str((int(first_eleven[place]) + shift) % 10) + first_eleven[place + 1 :]
    wrong_total = sum(int(digit) * weight for digit, weight in zip(wrong, bins.FIRST_WEIGHTS, strict=True))
    if total % 11 != 10 and wrong_total % 11 != 10:
        assert bins.check_digit(wrong) != bins.check_digit(first_eleven)


@given(st.integers(1991, 2026), st.integers(1, 12), st.integers(0, 99_999), st.sampled_from("0123"))
def test_a_made_bin_reads_back_as_it_was_made(year, month, serial, unit):
    read = bins.read(bins.made(year=year, month=month, serial=serial, unit=unit))
    assert (read.year, read.month, read.type, read.unit) == (year % 100, month, "resident", bins.UNITS[unit])
