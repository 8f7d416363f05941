"""The rulebook's pages: read by everybody, changed by the head of the agency alone."""

from datetime import timedelta

import pytest

from tarazy.reference.agencies import queries
from tarazy.reference.agencies.forms import RulebookForm
from tarazy.reference.agencies.models import Rulebook
from tarazy.reference.agencies.rulebook import defaults
from tests.factories import appoint, make_agency, make_rulebook

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]


@pytest.fixture
def agency():
    """An agency with a rulebook."""
    agency = make_agency("TST")
    make_rulebook(agency)
    return agency


@pytest.fixture
def english(client):
    """A visitor who reads English."""
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def head(english, agency):
    """The head of the agency, signed in."""
    english.force_login(appoint("Айгерим Сейтова", agency, "agency_head").person)
    return english


def typed(day, **changes):
    """What the edit form holds when nothing is touched, with `changes`."""
    form = RulebookForm(current=defaults(), initial={"in_force_from": day})
    fields = {bound.html_name: bound.value() for bound in form}
    return {name: value for name, value in {**fields, **changes}.items() if value is not None and value is not False}


def today():
    """The platform's day."""
    from tarazy.ground.foundation import clock

    return clock.today()


@pytest.mark.requirement("R226")
def test_everybody_reads_the_rulebook_in_force_with_the_source_of_each_value(english, agency):
    text = english.get(f"/agencies/{agency.pk}/rulebook/").text
    assert "Appeal" in text
    assert "10 working days" in text
    assert "Source: IQAA procedure 2.6, IQAA college page s7–9." in text
    assert "The value itself is not confirmed by a source: a setting of the agency." in text
    assert "Higher and postgraduate education: Chair, Academic expert, Employer, Student, International expert" in text
    assert "Change values" not in text


def test_a_version_shows_what_it_changed(english, agency):
    make_rulebook(agency, appeal_days=15)
    text = english.get(f"/agencies/{agency.pk}/rulebook/2/").text
    assert "What this version changed" in text
    assert "15 working days" in text
    assert "What this version changed" not in english.get(f"/agencies/{agency.pk}/rulebook/1/").text
    assert english.get(f"/agencies/{agency.pk}/rulebook/3/").status_code == 404


def test_an_agency_without_a_rulebook_says_so(english):
    assert "No rulebook is in force" in english.get(f"/agencies/{make_agency().pk}/rulebook/").text


@pytest.mark.parametrize("role", ["coordinator", "analyst", "secretary", "registrar", "expert", "council_member", "appeals_member"])
def test_others_in_the_agency_read_it_and_cannot_change_it(english, agency, role):
    english.force_login(appoint(None, agency, role).person)
    assert "Change values" not in english.get("/agencies/rulebook/").text
    assert english.get("/agencies/rulebook/edit/").status_code == 403
    assert english.post("/agencies/rulebook/edit/", typed(today(), appeal_days=15, confirm=1)).status_code == 403
    assert queries.versions(agency).count() == 1


def test_the_public_is_asked_to_sign_in_before_editing(english, agency):
    assert english.get("/agencies/rulebook/edit/").status_code == 302


def test_the_form_reads_back_the_values_that_it_shows():
    form = RulebookForm(typed(today()), current=defaults())
    assert form.is_valid(), form.errors
    assert form.cleaned_data["values"] == defaults()


def test_a_rulebook_from_before_a_value_existed_is_changed_from_the_neutral_one(head, agency):
    earlier = agency.rulebooks.get()
    del earlier.values["reminder_days"]
    earlier.save()
    assert 'name="reminder_days" value="3"' in head.get("/agencies/rulebook/edit/").text


def test_the_head_sees_what_changes_and_then_publishes_it(head, agency):
    asked = head.post("/agencies/rulebook/edit/", typed(today(), appeal_days=15))
    assert "Publish the rulebook?" in asked.text
    assert queries.versions(agency).count() == 1
    done = head.post("/agencies/rulebook/edit/", typed(today(), appeal_days=15, note="Asked by the council", confirm=1), follow=True)
    assert "Version 2 of the rulebook is published." in done.text
    assert Rulebook.objects.get(version=2).values == {**defaults(), "appeal_days": 15}


def test_seats_scale_and_fees_are_changed_by_numbers_and_words(head, agency):
    changes = {"seats-secondary-student": 1, "scale-2-kk": "", "scale-2-ru": "", "scale-2-en": "", "fees-higher": 100, "confirm": 1}
    head.post("/agencies/rulebook/edit/", typed(today(), **changes))
    values = Rulebook.objects.get(version=2).values
    assert values["seats"]["secondary"] == ["chair", "academic", "employer", "student"]
    assert [level["key"] for level in values["scale"]] == ["full", "substantial", "none"]
    assert values["fees"]["higher"] == 100


def test_going_back_keeps_what_was_typed(head):
    page = head.post("/agencies/rulebook/edit/", typed(today(), appeal_days=17, back=1))
    assert (page.status_code, 'value="17"' in page.text, "Change the rulebook" in page.text) == (200, True, True)


def test_wrong_values_come_back_with_a_sentence_each_and_everything_kept(head, agency):
    page = head.post("/agencies/rulebook/edit/", typed(today(), appeal_days=500, vote_days="soon", **{"scale-0-kk": "", "confirm": 1}))
    assert page.status_code == 422
    assert "Give a number from 1 to 120." in page.text
    assert "Name each level in Kazakh, Russian and English." in page.text
    assert 'value="soon"' in page.text
    assert 'href="#id_appeal_days"' in page.text
    assert queries.versions(agency).count() == 1


def test_a_past_day_is_refused_with_a_sentence(head, agency):
    page = head.post("/agencies/rulebook/edit/", typed(today() - timedelta(days=1), appeal_days=15, confirm=1))
    assert page.status_code == 422
    assert "A rulebook cannot come into force on a day that is past." in page.text
    assert queries.versions(agency).count() == 1


@pytest.mark.parametrize("versions", [1, 3])
def test_the_page_costs_the_same_for_one_version_and_for_three(english, agency, versions, django_assert_num_queries):
    for _ in range(versions - 1):
        make_rulebook(agency)
    with django_assert_num_queries(3 + 1):
        english.get(f"/agencies/{agency.pk}/rulebook/")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_page_shows_in_each_language(head, agency, language):
    head.cookies["django_language"] = language
    for address in ("/agencies/rulebook/", "/agencies/rulebook/edit/", f"/agencies/{agency.pk}/rulebook/"):
        page = head.get(address)
        assert page.status_code == 200
        assert f'<html lang="{language}"' in page.text
        assert len(page.content) < 100_000, address
