"""The promises of counting, tried on thousands of councils."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarazy.external.decisions.counting import Voice, count, share

OUTCOMES = ("accredited", "conditional", "refused")
percents = st.integers(50, 100)
votes = st.sampled_from(["", *OUTCOMES])
voices = st.builds(Voice, seat=st.integers(1, 15), vote=votes, recused=st.booleans())
councils = st.lists(voices, max_size=15, unique_by=lambda voice: voice.seat)
pytestmark = pytest.mark.requirement("R251")


@given(councils, st.randoms(), percents, percents)
def test_the_order_in_which_members_vote_does_not_matter(council, chance, quorum, majority):
    shuffled = list(council)
    chance.shuffle(shuffled)

    one, other = (count(order, quorum_percent=quorum, majority_percent=majority) for order in (council, shuffled))

    assert one.as_dict() == other.as_dict()
    assert one.outcome == other.outcome


@given(councils, st.sampled_from(OUTCOMES), percents, percents)
def test_what_a_recused_member_says_never_counts(council, vote, quorum, majority):
    recused = [Voice(voice.seat, vote, recused=True) if voice.recused else voice for voice in council]

    assert (
        count(recused, quorum_percent=quorum, majority_percent=majority).as_dict()
        == count(council, quorum_percent=quorum, majority_percent=majority).as_dict()
    )


@given(st.integers(1, 7), percents)
def test_a_tie_is_no_majority(each, majority):
    council = [Voice(seat, OUTCOMES[seat % 2]) for seat in range(each * 2)]

    assert count(council, quorum_percent=50, majority_percent=majority).outcome == ""


@given(councils, percents, percents)
def test_one_more_vote_never_loses_the_quorum(council, quorum, majority):
    before = count(council, quorum_percent=quorum, majority_percent=majority)
    absent = [voice for voice in council if not voice.vote and not voice.recused]
    for voice in absent:
        after = count([*council, Voice(voice.seat, "refused")], quorum_percent=quorum, majority_percent=majority)
        assert after.present == before.present + 1
        assert after.quorum == before.quorum
        assert after.has_quorum or not before.has_quorum


@given(councils, st.sampled_from(OUTCOMES), percents, percents)
def test_a_changed_vote_replaces_the_one_before(council, vote, quorum, majority):
    for voice in council:
        changed = Voice(voice.seat, vote, voice.recused)
        others = [other for other in council if other.seat != voice.seat]
        assert (
            count([*council, changed], quorum_percent=quorum, majority_percent=majority).as_dict()
            == count([*others, changed], quorum_percent=quorum, majority_percent=majority).as_dict()
        )


@given(councils, percents, percents)
def test_only_an_outcome_with_the_share_of_the_votes_cast_stands(council, quorum, majority):
    counted = count(council, quorum_percent=quorum, majority_percent=majority)
    if counted.outcome:
        assert counted.votes[counted.outcome] * 100 >= majority * counted.present
        assert all(number < counted.votes[counted.outcome] for outcome, number in counted.votes.items() if outcome != counted.outcome)


@given(councils, percents, percents)
def test_every_seat_is_counted_once(council, quorum, majority):
    counted = count(council, quorum_percent=quorum, majority_percent=majority)

    assert counted.members == len(council)
    assert counted.recused + counted.present <= counted.members
    assert sum(counted.votes.values()) == counted.present


@given(councils, st.sampled_from(OUTCOMES), percents, percents)
def test_a_vote_for_what_leads_already_never_takes_its_lead(council, outcome, quorum, majority):
    before = count(council, quorum_percent=quorum, majority_percent=majority)
    after = count([*council, Voice(99, before.outcome or outcome)], quorum_percent=quorum, majority_percent=majority)

    assert not before.outcome or after.outcome == before.outcome


@pytest.mark.parametrize(
    ("people", "percent", "needed"), [(15, 67, 11), (13, 67, 9), (3, 67, 3), (10, 50, 5), (11, 51, 6), (0, 67, 1), (1, 100, 1)]
)
def test_shares_are_rounded_up_to_whole_people(people, percent, needed):
    assert share(people, percent) == needed


def test_nobody_decides_when_nobody_votes():
    counted = count([Voice(1), Voice(2)], quorum_percent=50, majority_percent=51)

    assert not counted.has_quorum
    assert counted.outcome == ""
