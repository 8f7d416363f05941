"""What a certificate is worth on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tarazy.external.register.status import EXPIRED, NOT_YET, SUSPENDED, VALID, WITHDRAWN, state_on

FROM, UNTIL = date(2026, 3, 3), date(2031, 3, 2)
at_leisure = settings(deadline=None)  # a busy machine is no fault of the rule
days = st.dates(date(2025, 1, 1), date(2033, 1, 1))
changes = st.lists(st.tuples(st.sampled_from(["suspended", "resumed", "withdrawn"]), days), max_size=6)
harmless = st.lists(st.tuples(st.sampled_from(["suspended", "resumed"]), days), max_size=6)


def on(day, made=()):
    return state_on(day, valid_from=FROM, valid_until=UNTIL, changes=made)


@at_leisure
@given(days)
def test_without_changes_the_term_alone_decides_first_and_last_day_included(day):
    assert on(day) == (NOT_YET if day < FROM else EXPIRED if day > UNTIL else VALID)


@at_leisure
@given(days, changes)
def test_it_is_valid_only_within_its_term(day, made):
    assert on(day, made) != VALID or FROM <= day <= UNTIL


@at_leisure
@given(days, changes, days)
def test_a_withdrawal_is_for_good_from_its_day_on(day, made, withdrawn):
    with_it = [*made, ("withdrawn", withdrawn)]

    assert (on(day, with_it) == WITHDRAWN) == (day >= min(when for kind, when in with_it if kind == "withdrawn"))


@at_leisure
@given(days, changes)
def test_what_happens_later_does_not_change_what_holds_on_a_day(day, made):
    assert on(day, made) == on(day, [change for change in made if change[1] <= day])


@at_leisure
@given(harmless, days)
def test_a_suspension_that_is_lifted_leaves_no_trace(made, lifted):
    last = max([when for _kind, when in made] + [lifted])

    assert on(last + timedelta(days=1), [*made, ("resumed", last)]) == on(last + timedelta(days=1))


@at_leisure
@given(days, changes, st.randoms(use_true_random=False))
def test_the_order_of_changes_on_different_days_does_not_matter(day, made, random):
    apart = list({when: (kind, when) for kind, when in made}.values())
    shuffled = random.sample(apart, len(apart))

    assert on(day, shuffled) == on(day, apart)


@pytest.mark.parametrize(
    ("day", "state"), [(date(2027, 5, 31), VALID), (date(2027, 6, 1), SUSPENDED), (date(2027, 9, 1), VALID), (date(2031, 3, 3), EXPIRED)]
)
def test_a_suspension_holds_from_its_day_until_it_is_lifted(day, state):
    assert on(day, [("suspended", date(2027, 6, 1)), ("resumed", date(2027, 9, 1))]) == state
