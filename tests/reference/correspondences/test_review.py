"""Correspondences are confirmed and disputes answered by those who review; whoever acts for somebody may dispute."""

import pytest

from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.ground.journal.models import Entry
from tarazy.ground.people.roles import roles_of
from tarazy.reference.correspondences import queries, services
from tarazy.reference.correspondences.models import Dispute
from tarazy.reference.correspondences.rules import may_review
from tests.factories import NOW, appoint, make_agency, make_authority, make_institution
from tests.reference.correspondences.crosswalks import make_link, three_sets

pytestmark = pytest.mark.django_db
BODIES = {"authority": make_authority, "agency": make_agency, "institution": make_institution}
REVIEWERS = ("ministry_officer", "agency_head")
WHO = {role.key: (BODIES[kind], role.key in REVIEWERS) for kind in BODIES for role in roles_of(kind)}


def test_the_table_knows_the_roles_of_every_kind_of_body():
    assert WHO.keys() >= {*REVIEWERS, "coordinator", "expert", "council_member", "institution_head", "quality_officer"}


@pytest.fixture
def link():
    """A proposed correspondence of two sets that are there."""
    three_sets()
    return make_link("ours/1", "theirs/1")


@pytest.fixture
def reviewer():
    """The head of an agency."""
    return appoint(None, make_agency(), "agency_head")


@pytest.fixture
def teacher():
    """Somebody who acts for a school."""
    return appoint(None, make_institution(), "quality_officer")


def object_to(link, by, reason="It is not the same."):
    """Dispute a correspondence."""
    return services.dispute(link, reason=reason, language="en", by=by, now=NOW)


def settle(disputed, by, *, upheld=False, answer="It is."):
    """Answer a dispute."""
    return services.answer_dispute(disputed, answer=answer, upheld=upheld, by=by, now=NOW)


@pytest.mark.parametrize(("role", "make", "may"), [(role, *rest) for role, rest in WHO.items()], ids=WHO)
def test_who_confirms_and_who_answers(link, teacher, role, make, may):
    by, disputed = appoint(None, make(), role), object_to(make_link("ours/2", "theirs/2"), teacher)
    assert may_review(by) is may
    for act in (lambda: services.confirm(link, by=by, now=NOW), lambda: settle(disputed, by)):
        if may:
            act()
        else:
            with pytest.raises(NotYours):
                act()
    link.refresh_from_db()
    disputed.refresh_from_db()
    assert (link.state, disputed.answered_by) == (("confirmed", by) if may else ("proposed", None))


def test_nobody_reviews_without_an_appointment(link):
    assert not may_review(None)
    with pytest.raises(NotYours):
        services.confirm(link, by=None, now=NOW)


@pytest.mark.parametrize(("role", "make"), [(role, make) for role, (make, _may) in WHO.items()], ids=WHO)
def test_whoever_acts_for_somebody_may_dispute(link, role, make):
    made = object_to(link, appoint(None, make(), role))
    link.refresh_from_db()
    assert (link.state, made.reason, [one for one, _ends in queries.disputes_open()]) == ("disputed", "It is not the same.", [made])


def test_what_is_confirmed_names_who_and_when_and_stands_in_the_public_journal(link, reviewer):
    services.confirm(link, by=reviewer, now=NOW)
    link.refresh_from_db()
    assert (link.state, link.confirmed_by, link.confirmed_at) == ("confirmed", reviewer, NOW)
    entry = Entry.objects.get()
    assert (entry.verb, entry.audience) == ("correspondences.confirmed", ["public"])
    assert entry.after == {"from": "ours/1", "to": "theirs/1", "relation": "equal"}


@pytest.mark.parametrize("state", ["confirmed", "disputed", "withdrawn"])
def test_only_what_is_proposed_is_confirmed(link, reviewer, state):
    other = make_link("ours/2", "theirs/2", state=state)
    with pytest.raises(Refused):
        services.confirm(other, by=reviewer, now=NOW)
    other.refresh_from_db()
    assert (other.state, other.confirmed_by) == (state, None)


def test_the_same_objection_twice_is_one(link, teacher):
    assert object_to(link, teacher) == object_to(link, teacher, " It is not the same.\n")
    assert (Dispute.objects.count(), Entry.objects.count()) == (1, 1)


@pytest.mark.parametrize("reason", ["Another reason.", "It is not the same."])
def test_a_second_objection_waits_for_the_answer_to_the_first(link, teacher, reviewer, reason):
    object_to(link, teacher)
    with pytest.raises(Refused):
        object_to(link, reviewer if reason == "It is not the same." else teacher, reason)
    assert Dispute.objects.count() == 1


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_an_objection_without_a_reason_is_none(link, teacher, reason):
    with pytest.raises(Refused):
        object_to(link, teacher, reason)
    link.refresh_from_db()
    assert link.state == "proposed"


def test_what_is_withdrawn_cannot_be_disputed_again(link, teacher, reviewer):
    settle(object_to(link, teacher), reviewer, upheld=True)
    with pytest.raises(Refused):
        object_to(link, teacher, "Once more.")


@pytest.mark.parametrize(("upheld", "state"), [(True, "withdrawn"), (False, "confirmed")])
def test_an_answer_keeps_the_correspondence_or_takes_it_out(link, teacher, reviewer, upheld, state):
    answered = settle(object_to(link, teacher), reviewer, upheld=upheld, answer=" So it is. ")
    link.refresh_from_db()
    assert (answered.answer, answered.upheld, answered.answered_by, answered.answered_at) == ("So it is.", upheld, reviewer, NOW)
    assert (link.state, link.confirmed_by) == (state, None if upheld else reviewer)
    assert list(queries.disputes_open()) == []
    assert (("theirs", "1") in queries.graph_from("ours", "1").nodes) is not upheld
    assert [entry.verb for entry in Entry.objects.order_by("pk")] == ["correspondences.disputed", "correspondences.answered"]


def test_what_was_confirmed_and_is_withdrawn_is_confirmed_by_nobody_any_more(link, teacher, reviewer):
    services.confirm(link, by=reviewer, now=NOW)
    settle(object_to(link, teacher), reviewer, upheld=True)
    link.refresh_from_db()
    assert (link.confirmed_by, link.confirmed_at) == (None, None)


def test_after_an_answer_it_may_be_disputed_again_for_another_reason(link, teacher, reviewer):
    settle(object_to(link, teacher), reviewer)
    object_to(link, teacher, "The law has changed.")
    link.refresh_from_db()
    assert (link.state, link.disputes.count()) == ("disputed", 2)


def test_who_answers_second_is_told_that_somebody_was_first(link, teacher, reviewer):
    disputed = object_to(link, teacher)
    settle(disputed, reviewer)
    with pytest.raises(Stale):
        settle(disputed, appoint(None, make_authority(), "ministry_officer"), upheld=True, answer="No.")
    disputed.refresh_from_db()
    assert (disputed.upheld, disputed.answer) == (False, "It is.")


def test_an_answer_is_a_sentence(link, teacher, reviewer):
    disputed = object_to(link, teacher)
    with pytest.raises(Refused):
        settle(disputed, reviewer, answer="  ")
    assert [one for one, _ends in queries.disputes_open()] == [disputed]
