"""A crosswalk says something else of two standards: what people said of the words before stays readable beside the new ones."""

import pytest

from tarazy.ground.foundation.errors import Refused
from tarazy.reference.correspondences import queries, services
from tarazy.reference.correspondences.models import Correspondence, Dispute
from tests.factories import NOW, appoint, make_agency, make_institution
from tests.reference.correspondences.crosswalks import link, load, three_sets
from tests.reference.correspondences.test_graph_pages import said

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]
BEFORE = link("ours/1", "theirs/1", "broader", reason="the old words")
OTHER_WORDS = link("ours/1", "theirs/1", "broader", reason="the new words")
OTHER_RELATION = link("ours/1", "theirs/1", "overlaps", reason="the old words")
TURNED = link("theirs/1", "ours/1", "narrower", reason="the old words")
REST = link("ours/2", "frame/1")
EARLIER = "This is about an earlier wording:"


@pytest.fixture
def objection(tmp_path):
    """An open dispute of what a crosswalk says."""
    three_sets()
    load(tmp_path, BEFORE, REST)
    by = appoint("Нурлан Ахметов", make_institution(), "institution_head")
    one = Correspondence.objects.get(to_set="theirs")
    return services.dispute(one, reason="They differ.", language="en", by=by, now=NOW)


@pytest.fixture
def reviewer():
    """The head of an agency."""
    return appoint("Ерлан Қасымов", make_agency(), "agency_head")


def answered(objection, reviewer, *, upheld):
    """Answer the dispute."""
    return services.answer_dispute(objection, answer="We looked.", upheld=upheld, by=reviewer, now=NOW)


def page(client, place="ours/graph/1"):
    """The words of a standard's correspondences, in English."""
    client.cookies["django_language"] = "en"
    return said(client.get(f"/standards/{place}/").text)


@pytest.mark.parametrize(("now_said", "upheld"), [(OTHER_WORDS, True), (OTHER_WORDS, False), (OTHER_RELATION, True)])
def test_an_answered_objection_stays_with_its_answer_and_what_is_said_now_is_proposed(client, tmp_path, objection, now_said, upheld):
    answered(objection, appoint(None, make_agency(), "agency_head"), upheld=upheld)
    assert load(tmp_path, now_said, REST) == 1
    [one] = Correspondence.objects.filter(to_set="theirs")
    assert (one.state, one.confirmed_by) == ("proposed", None)
    text = page(client)
    for words in ("Proposed", "They differ.", "We looked.", f"{EARLIER} is broader than – the old words"):
        assert words in text, words
    assert f"{EARLIER} is narrower than – the old words" in page(client, "theirs/graph/1")


def test_an_open_objection_stays_open_and_shows_what_it_is_about_to_those_who_answer(client, tmp_path, objection, reviewer):
    assert load(tmp_path, OTHER_RELATION, REST) == 1
    assert Correspondence.objects.get(to_set="theirs").state == "disputed"
    assert f"{EARLIER} is broader than –" in page(client, "correspondences")
    client.force_login(reviewer.person)
    assert f"{EARLIER} is broader than –" in page(client, f"correspondences/{objection.correspondence_id}/answer")
    answered(objection, reviewer, upheld=False)
    assert Correspondence.objects.get(to_set="theirs").state == "confirmed"


def test_an_objection_to_the_words_that_stand_is_not_said_to_be_about_others(client, tmp_path, objection):
    assert load(tmp_path, BEFORE, REST) == 0
    assert "They differ." in page(client)
    assert EARLIER not in page(client)


def test_the_same_read_from_the_other_end_is_the_same(client, tmp_path, objection, reviewer):
    answered(objection, reviewer, upheld=False)
    assert load(tmp_path, TURNED, REST) == 0
    assert Correspondence.objects.get(to_set="theirs").state == "confirmed"
    assert "is broader than Set theirs" in page(client)
    assert EARLIER not in page(client)


def test_what_was_disputed_and_is_gone_from_its_file_stays_as_withdrawn(client, tmp_path, objection, reviewer):
    load(tmp_path, REST)
    text = page(client)
    for words in ("Withdrawn", "They differ.", "The correspondence was taken out before anybody answered."):
        assert words in text, words
    assert queries.disputes_open() == []
    with pytest.raises(Refused, match=r"withdrawn|снято"):
        answered(objection, reviewer, upheld=False)
    client.force_login(reviewer.person)
    address = f"/standards/correspondences/{objection.correspondence_id}/answer/"
    assert "Nobody disputes this correspondence any more." in client.get(address, follow=True).text


@pytest.mark.parametrize(("upheld", "state"), [(None, "disputed"), (True, "proposed"), (False, "proposed")])
def test_what_comes_back_into_a_file_is_said_anew(tmp_path, objection, reviewer, upheld, state):
    if upheld is not None:
        answered(objection, reviewer, upheld=upheld)
    load(tmp_path, REST)
    assert load(tmp_path, BEFORE, REST) == 1
    assert Correspondence.objects.get(to_set="theirs").state == state
    assert load(tmp_path, BEFORE, REST) == 0
    assert Dispute.objects.count() == 1


def test_what_reviewers_took_out_stays_out_as_long_as_the_file_says_the_same(tmp_path, objection, reviewer):
    answered(objection, reviewer, upheld=True)
    assert load(tmp_path, BEFORE, REST) == 0
    assert Correspondence.objects.get(to_set="theirs").state == "withdrawn"
