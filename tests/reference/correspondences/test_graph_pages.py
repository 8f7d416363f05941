"""The pages of correspondences: the graph, the gaps, disputes and their answers, as each person sees them."""

import re

import pytest

from tarazy.reference.correspondences.models import Dispute
from tests.factories import NOW, appoint, make_agency, make_authority, make_institution, make_person
from tests.reference.correspondences.crosswalks import make_link, three_sets

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def english(client):
    """A visitor who reads English."""
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def link():
    """A proposed correspondence of two sets that are there."""
    three_sets()
    return make_link("ours/1", "theirs/2", "broader")


@pytest.fixture
def teacher(english):
    """Somebody who acts for a school, signed in."""
    english.force_login(appoint("Айгерим Сейтова", make_institution(), "quality_officer").person, backend=BACKEND)
    return english


@pytest.fixture
def reviewer(english):
    """The head of an agency, signed in."""
    english.force_login(appoint("Ерлан Қасымов", make_agency(), "agency_head").person, backend=BACKEND)
    return english


def said(text):
    """What stands on a page, without its markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", text.partition("<main")[2]).split())


def disputed(link, reason="They differ."):
    """The correspondence with an open dispute of it."""
    link.state = "disputed"
    link.save()
    by = appoint("Нурлан Ахметов", make_institution(), "institution_head")
    about = {"correspondence": link, "relation": link.relation, "said": link.reason}
    return Dispute.objects.create(**about, reason=reason, language="en", raised_by=by, raised_at=NOW)


def test_a_standard_shows_what_corresponds_to_it_as_it_reads_from_there(english, link):
    assert "is broader than Set theirs, 2. Standard 2" in said(english.get("/standards/ours/1/1/").text)
    assert "is narrower than Set ours, 1. Standard 1" in said(english.get("/standards/theirs/1/2/").text)
    assert "No correspondence with another set is recorded." in said(english.get("/standards/frame/1/1/").text)


def test_the_graph_shows_reasons_authors_and_what_is_two_steps_away(english, link):
    make_link("theirs/2", "frame/3")
    text = said(english.get("/standards/ours/graph/1/").text)
    for words in (
        "is broader than Set theirs : 2. Standard 2",
        "The reason",
        "Tests, 2 March 2026",
        "Proposed",
        "Two steps away Set frame 3. Standard 3",
    ):
        assert words in text, words
    assert "Nothing corresponds" in said(english.get("/standards/ours/graph/2/").text)


def test_a_withdrawn_correspondence_stays_readable_and_is_marked(english, link):
    link.state = "withdrawn"
    link.save()
    text = english.get("/standards/ours/graph/1/").text
    assert "Withdrawn" in said(text)
    assert f"/standards/correspondences/{link.pk}/dispute/" not in text
    assert "Set theirs" not in said(english.get("/standards/ours/1/1/").text)


def test_the_gaps_of_one_set_beside_another_are_counted(english, link):
    text = said(english.get("/standards/ours/gaps/theirs/").text)
    assert "2 standards have no counterpart." in text
    assert text.count("not covered") == 2
    assert "2. Standard 2 is narrower than 1. Standard 1" in text
    assert "is broader than" in said(english.get("/standards/theirs/gaps/ours/").text)


@pytest.mark.parametrize(
    "address", ["ours/graph/9/", "nothing/graph/1/", "ours/gaps/nothing/", "nothing/gaps/ours/", "correspondences/0/dispute/"]
)
def test_what_is_not_there_is_not_found(teacher, link, address):
    assert teacher.get(f"/standards/{address}").status_code == 404


@pytest.mark.parametrize("act", ["dispute", "answer"])
def test_a_visitor_is_asked_to_sign_in_first(english, link, act):
    response = english.get(f"/standards/correspondences/{link.pk}/{act}/")
    assert response.status_code == 302
    assert "/accounts/login/" in response["Location"]


def test_who_acts_for_nobody_disputes_nothing(english, link):
    english.force_login(make_person(), backend=BACKEND)
    address = f"/standards/correspondences/{link.pk}/dispute/"
    assert english.get(address).status_code == english.post(address, {"reason": "They differ."}).status_code == 403
    assert not Dispute.objects.exists()


def test_an_objection_becomes_public_with_its_reason_and_name(teacher, link):
    page = teacher.get(f"/standards/correspondences/{link.pk}/dispute/").text
    assert "Set ours 1. Standard 1 is broader than Set theirs 2. Standard 2" in said(page)
    response = teacher.post(f"/standards/correspondences/{link.pk}/dispute/", {"reason": "They <b>differ</b>."}, follow=True)
    assert response.redirect_chain == [("/standards/ours/graph/1/", 302)]
    assert "They &lt;b&gt;differ&lt;/b&gt;." in response.text
    assert "Айгерим Сейтова" in response.text
    assert "Your objection is public" in response.text
    assert "They &lt;b&gt;differ" in teacher.get("/standards/correspondences/").text


@pytest.mark.parametrize("reason", ["", "   ", "x" * 2001])
def test_an_objection_that_cannot_be_taken_shows_the_error_beside_the_field_with_what_was_typed(teacher, link, reason):
    response = teacher.post(f"/standards/correspondences/{link.pk}/dispute/", {"reason": reason})
    assert response.status_code == 422
    assert re.search(r'<textarea[^>]*name="reason"[^>]*aria-invalid="true"', response.text)
    assert 'id="id_reason_error"' in response.text
    assert reason.strip() in response.text
    assert not Dispute.objects.exists()


def test_an_objection_while_another_waits_is_refused_and_what_was_typed_stays(teacher, link):
    disputed(link)
    response = teacher.post(f"/standards/correspondences/{link.pk}/dispute/", {"reason": "I differ too."})
    assert response.status_code == 422
    assert "disputed already; the dispute waits for its answer" in said(response.text)
    assert "I differ too.</textarea>" in response.text


def test_only_reviewers_see_and_use_the_button_that_confirms(teacher, link):
    assert ">Confirm<" not in teacher.get("/standards/ours/graph/1/").text
    assert teacher.post(f"/standards/correspondences/{link.pk}/confirm/").status_code == 403
    teacher.force_login(appoint(None, make_authority(), "ministry_officer").person, backend=BACKEND)
    assert f'action="/standards/correspondences/{link.pk}/confirm/"' in teacher.get("/standards/ours/graph/1/").text
    done = teacher.post(f"/standards/correspondences/{link.pk}/confirm/", follow=True)
    assert "The correspondence is confirmed." in done.text
    assert ">Confirm<" not in done.text
    assert (
        "Only a proposed correspondence can be confirmed."
        in teacher.post(f"/standards/correspondences/{link.pk}/confirm/", follow=True).text
    )


def test_a_link_alone_confirms_nothing(reviewer, link):
    assert reviewer.get(f"/standards/correspondences/{link.pk}/confirm/").status_code == 405


def test_only_reviewers_answer(teacher, link):
    disputed(link)
    address = f"/standards/correspondences/{link.pk}/answer/"
    assert teacher.get(address).status_code == teacher.post(address, {"upheld": "yes", "answer": "Yes."}).status_code == 403
    assert address not in teacher.get("/standards/ours/graph/1/").text
    assert address not in teacher.get("/standards/correspondences/").text


def test_an_answer_is_public_and_the_list_of_disputes_is_empty_again(reviewer, link):
    disputed(link)
    address = f"/standards/correspondences/{link.pk}/answer/"
    assert address in reviewer.get("/standards/correspondences/").text
    assert "They differ." in reviewer.get(address).text
    done = reviewer.post(address, {"upheld": "yes", "answer": "So they do."}, follow=True)
    assert "So they do." in said(done.text)
    assert "Withdrawn" in said(done.text)
    assert "Nothing is disputed" in said(reviewer.get("/standards/correspondences/").text)
    again = reviewer.get(address, follow=True)
    assert "Nobody disputes this correspondence any more." in again.text


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"answer": "So they do."}, "upheld", "Choose whether the objection is right."),
        ({"upheld": "perhaps", "answer": "So they do."}, "upheld", "perhaps"),
        ({"upheld": "no", "answer": "  "}, "answer", "Answer in a sentence; everybody can read it."),
    ],
)
def test_an_answer_that_cannot_be_taken_shows_the_error_beside_the_field_with_what_was_typed(reviewer, link, typed, field, sentence):
    disputed(link)
    response = reviewer.post(f"/standards/correspondences/{link.pk}/answer/", typed)
    assert response.status_code == 422
    assert f'id="id_{field}_error"' in response.text
    assert sentence in said(response.text)
    assert typed["answer"].strip() in response.text
    assert Dispute.objects.get().answered_at is None
