"""An agency brings an organisation onto the platform and invites its first head."""

from datetime import timedelta

import pytest

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.notices.models import Notice
from tarazy.ground.people.models import Appointment, Invitation
from tarazy.ground.people.services import invite, invite_again
from tarazy.ground.people.tokens import token_of
from tarazy.reference.institutions import services
from tarazy.reference.institutions.models import Institution
from tests.factories import NOW, PASSWORD, appoint, make_agency, make_bin, make_institution, make_region

pytestmark = pytest.mark.django_db
HEAD = {"name": "Ерлан Қасымов", "email": "head@example.org", "language": "kk"}


@pytest.fixture
def coordinator(client):
    """A coordinator of an agency, signed in, reading English."""
    client.cookies["django_language"] = "en"
    appointment = appoint("Наталья Ю", make_agency(), "coordinator")
    client.force_login(appointment.person)
    return appointment


def typed(**changes):
    """The registration form, filled."""
    names = {"name_kk": "Сынақ колледжі", "name_ru": "Колледж Тест", "name_en": "Test College"}
    number = make_bin()
    return {
        **names,
        "bin": f"{number[:6]} {number[6:]}",
        "level": "vocational",
        "ownership": "state",
        "region": make_region().pk,
        **changes,
    }


def invited(institution, by, **changes):
    """Invite the first head."""
    return services.invite_head(institution, by=by, now=NOW, **{**HEAD, **changes})


def test_from_the_list_to_the_head_who_signs_in(client, coordinator):
    assert 'href="/institutions/register/"' in client.get("/institutions/").text
    page = client.post("/institutions/register/", typed(founder_ru="Акимат"), follow=True)
    institution = Institution.objects.get()
    assert (institution.level, institution.founder.ru, institution.name.en) == ("vocational", "Акимат", "Test College")
    assert page.redirect_chain == [(f"/institutions/{institution.pk}/head/", 302)]
    done = client.post(f"/institutions/{institution.pk}/head/", HEAD, follow=True)
    assert "The invitation is on its way to head@example.org." in done.text
    assert "is invited as the head of the organisation" in done.text
    assert Notice.objects.get().language == "kk"
    client.logout()
    client.post(f"/invitations/{token_of(Invitation.objects.get())}/", {"name": HEAD["name"], "password": PASSWORD, "again": PASSWORD})
    assert Appointment.objects.get(role="institution_head").body_id == institution.pk
    assert client.get(f"/institutions/{institution.pk}/edit/").status_code == 200


def test_a_wrong_a_known_and_a_missing_value_come_back_beside_their_fields(client, coordinator):
    known = make_institution()
    wrong = client.post("/institutions/register/", typed(bin="123456789012", level="", name_kk=""))
    assert (wrong.status_code, "This is not a valid BIN." in wrong.text) == (422, True)
    for field in ("bin", "level", "name_kk"):
        assert f'href="#id_{field}"' in wrong.text
    again = client.post("/institutions/register/", typed(bin=known.bin))
    assert (again.status_code, "An organisation with this BIN is on the platform already." in again.text) == (422, True)
    assert 'value="Test College"' in again.text
    assert Institution.objects.count() == 1


@pytest.mark.parametrize("role", ["analyst", "secretary", "registrar", "expert", "council_member", "appeals_member", "institution_head"])
def test_others_register_nothing_and_invite_no_head(client, role):
    institution = make_institution()
    body = make_institution() if role == "institution_head" else make_agency()
    by = appoint(None, body, role)
    client.force_login(by.person)
    for address in ("/institutions/register/", f"/institutions/{institution.pk}/head/"):
        assert [client.get(address).status_code, client.post(address, {**typed(), **HEAD}).status_code] == [403, 403]
    assert "/institutions/register/" not in client.get("/institutions/").text
    assert f"/institutions/{institution.pk}/head/" not in client.get(f"/institutions/{institution.pk}/").text
    with pytest.raises(NotYours):
        invited(institution, by)


def test_an_organisation_that_has_a_head_invites_its_own_people(client, coordinator):
    institution = make_institution()
    appoint(None, institution, "institution_head")
    assert client.get(f"/institutions/{institution.pk}/head/").status_code == 403
    assert "Invite its head" not in client.get(f"/institutions/{institution.pk}/").text
    with pytest.raises(NotYours):
        invited(institution, coordinator)


def test_an_agency_invites_the_head_alone_and_to_institutions_alone(coordinator):
    institution, other = make_institution(), make_agency()
    said = {"by": coordinator, "now": NOW, **HEAD}
    with pytest.raises(NotYours):
        invite(body=institution, role="quality_officer", **said)
    with pytest.raises(NotYours):
        invite(body=other, role="agency_head", **said)
    assert not Invitation.objects.exists()


def test_two_agencies_cannot_both_invite_a_head(coordinator):
    institution, rival = make_institution(), appoint(None, make_agency(), "agency_head")
    first = invited(institution, coordinator)
    with pytest.raises(Refused):
        invited(institution, rival, email="other@example.org")
    with pytest.raises(NotYours):
        invite_again(first, by=rival, now=NOW)
    later = first.expires_at
    second = services.invite_head(institution, by=rival, now=later, **{**HEAD, "email": "other@example.org"})
    with pytest.raises(Refused):
        invite_again(first, by=coordinator, now=later)
    assert second.expires_at > later


def test_the_inviting_agency_sends_again_and_withdraws_from_the_page_of_the_organisation(client, coordinator):
    institution = make_institution()
    services.invite_head(institution, by=coordinator, now=clock.now(), **HEAD)
    invitation, here = Invitation.objects.get(), f"/institutions/{institution.pk}/"
    assert f"/people/invitations/{invitation.pk}/again/" in client.get(here).text
    assert client.post(f"/people/invitations/{invitation.pk}/again/", {"next": here}).url == here
    link = f"/invitations/{token_of(Invitation.objects.get())}/"
    page = client.post(f"/people/invitations/{invitation.pk}/withdraw/", {"next": here}, follow=True)
    assert "its link no longer works" in page.text
    assert "Invite its head" in page.text
    assert client.get(link).status_code == 410


def test_another_agency_does_not_handle_the_invitation_until_it_has_ended(client, coordinator):
    institution, rival = make_institution(), appoint(None, make_agency(), "coordinator")
    services.invite_head(institution, by=coordinator, now=clock.now(), **HEAD)
    invitation = Invitation.objects.get()
    client.force_login(rival.person)
    text = client.get(f"/institutions/{institution.pk}/").text
    assert HEAD["name"] in text
    assert "/withdraw/" not in text
    assert client.post(f"/people/invitations/{invitation.pk}/withdraw/").status_code == 404
    Invitation.objects.update(sent_at=NOW - timedelta(days=30), expires_at=NOW - timedelta(days=16))
    assert client.post(f"/people/invitations/{invitation.pk}/again/").status_code == 302
    assert Invitation.objects.get().times_sent == 2


def test_the_public_is_asked_to_sign_in(client):
    for address in ("/institutions/register/", f"/institutions/{make_institution().pk}/head/"):
        assert client.get(address).status_code == 302
