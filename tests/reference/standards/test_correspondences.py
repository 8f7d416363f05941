"""Reviewing correspondences: who confirms, who disputes, who answers, and what everybody reads of it."""

import pytest

from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.reference.standards import services
from tarazy.reference.standards.models import Correspondence, Dispute
from tests.factories import DAY, NOW, appoint, make_agency, make_authority, make_institution, make_standards

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]
WORDS = {"kk": "Екеуі де ашықтықты талап етеді", "ru": "Оба требуют открытости", "en": "Both ask for openness"}


@pytest.fixture
def link():
    """A proposed correspondence of two standards."""
    make_standards(key="one")
    make_standards(key="two")
    ends = {"from_set": "one", "from_number": "1", "to_set": "two", "to_number": "2"}
    return Correspondence.objects.create(crosswalk="ours", relation="broader", reason=WORDS, author="Tarazy", made_on=DAY, **ends)


@pytest.fixture
def officer():
    return appoint("Болат Ержан", make_authority(), "ministry_officer")


@pytest.fixture
def head():
    return appoint("Айгерим Сейтова", make_institution(), "institution_head")


def disputed(link, head, reason="It is not broader"):
    return services.dispute(link, reason=reason, language="en", by=head, now=NOW)


def test_a_reviewer_confirms_once(link, officer):
    assert services.confirm(link, by=officer, now=NOW).confirmed_by == officer
    with pytest.raises(Refused):
        services.confirm(link, by=officer, now=NOW)


@pytest.mark.parametrize("role", ["coordinator", "analyst", "secretary", "registrar", "expert", "council_member"])
def test_nobody_else_reviews(link, head, role):
    other = appoint("Некто", make_agency(), role)
    disputed(link, head)
    for by in (other, head):
        with pytest.raises(NotYours):
            services.confirm(link, by=by, now=NOW)
        with pytest.raises(NotYours):
            services.answer_dispute(Dispute.objects.get(), answer="No", upheld=False, by=by, now=NOW)
    assert Correspondence.objects.get().state == "disputed"


def test_a_dispute_stands_once_and_the_same_words_twice_are_one(link, head, officer):
    assert disputed(link, head) == disputed(link, head)
    with pytest.raises(Refused):
        disputed(link, head, "Something else")
    with pytest.raises(Refused):
        disputed(link, head, "  ")
    assert Dispute.objects.count() == 1


@pytest.mark.parametrize(("upheld", "state"), [(True, "withdrawn"), (False, "confirmed")])
def test_the_answer_withdraws_or_confirms_and_is_given_once(link, head, officer, upheld, state):
    raised = disputed(link, head)
    with pytest.raises(Refused):
        services.answer_dispute(raised, answer=" ", upheld=upheld, by=officer, now=NOW)
    services.answer_dispute(raised, answer="We looked again", upheld=upheld, by=officer, now=NOW)
    assert Correspondence.objects.get().state == state
    with pytest.raises(Stale):
        services.answer_dispute(raised, answer="Other", upheld=not upheld, by=officer, now=NOW)


def test_everybody_reads_the_objection_and_the_answer(client, link, head, officer):
    client.cookies["django_language"] = "en"
    raised = disputed(link, head, "<b>Not</b> broader")
    assert "&lt;b&gt;Not&lt;/b&gt; broader" in client.get("/standards/correspondences/").text
    services.answer_dispute(raised, answer="We looked again", upheld=False, by=officer, now=NOW)
    page = client.get("/standards/one/graph/1/").text
    assert "We looked again" in page
    assert "Both ask for openness" in page
    assert "&lt;b&gt;Not" not in client.get("/standards/correspondences/").text


def test_disputing_by_the_page_keeps_what_was_typed_and_says_what_is_missing(client, link, head):
    client.force_login(head.person)
    client.cookies["django_language"] = "en"
    address = f"/standards/correspondences/{link.pk}/dispute/"
    empty = client.post(address, {"reason": ""})
    assert empty.status_code == 422
    assert "Say what is wrong with the correspondence." in empty.text
    assert client.post(address, {"reason": "It is not broader"}).status_code == 302
    late = client.post(address, {"reason": "I say so too"})
    assert late.status_code == 422
    assert "I say so too" in late.text


def test_reviewing_by_the_pages(client, link, head, officer):
    client.force_login(officer.person)
    client.cookies["django_language"] = "en"
    client.post(f"/standards/correspondences/{link.pk}/confirm/")
    assert Correspondence.objects.get().state == "confirmed"
    disputed(link, head)
    address = f"/standards/correspondences/{link.pk}/answer/"
    wrong = client.post(address, {"answer": "We looked", "upheld": ""})
    assert (wrong.status_code, "We looked" in wrong.text) == (422, True)
    client.post(address, {"answer": "We looked", "upheld": "yes"})
    assert Correspondence.objects.get().state == "withdrawn"
    assert client.get(address).status_code == 302


def test_others_are_shown_out_of_the_reviewers_pages(client, link, head):
    assert client.get(f"/standards/correspondences/{link.pk}/dispute/").status_code == 302
    client.force_login(head.person)
    assert client.post(f"/standards/correspondences/{link.pk}/confirm/").status_code == 403
    assert client.get(f"/standards/correspondences/{link.pk}/answer/").status_code == 403
    assert Correspondence.objects.get().state == "proposed"
