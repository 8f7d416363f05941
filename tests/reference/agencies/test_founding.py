"""An agency is founded from the command line, and its head comes aboard by the letter."""

import pytest
from django.core.management import CommandError, call_command

from tarazy.ground.foundation import clock
from tarazy.ground.journal.models import Entry
from tarazy.ground.notices.models import Notice
from tarazy.ground.people.models import Appointment, Invitation, Person
from tarazy.ground.people.queries import is_led
from tarazy.ground.people.tokens import token_of
from tarazy.reference.agencies.models import Agency, Rulebook
from tarazy.reference.agencies.queries import rulebook_in_force
from tarazy.reference.agencies.rulebook import defaults
from tests.factories import PASSWORD, appoint

pytestmark = pytest.mark.django_db
SAID = {
    "acronym": "TST",
    "kk": "Сынақ агенттігі",
    "ru": "Агентство Тест",
    "en": "Test Agency",
    "levels": ["vocational", "higher"],
    "head_name": "Айгерим Сейтова",
    "head_email": "Head@Example.org",
    "language": "kk",
}


def found(**changes):
    """Run the command; what it says."""
    call_command("found_agency", **{**SAID, **changes})


def test_the_agency_stands_with_a_rulebook_that_holds_today_and_the_head_has_a_letter_in_their_language(capsys):
    found()
    agency = Agency.objects.get(acronym="TST")
    assert (agency.levels, agency.name.en, agency.is_demonstration) == (["vocational", "higher"], "Test Agency", False)
    assert rulebook_in_force(agency, clock.today()).values == defaults()
    notice = Notice.objects.get()
    assert (notice.person.email, notice.language) == ("head@example.org", "kk")
    assert "Сынақ агенттігі" in notice.body
    assert not Person.objects.get().has_usable_password()
    assert "head@example.org is invited as its head" in capsys.readouterr().out
    assert [entry.who for entry in Entry.objects.order_by("pk")] == [{}, {}, {}]


def test_the_head_chooses_a_password_by_the_link_and_leads_the_agency(client):
    found()
    invitation = Invitation.objects.get()
    address = f"/invitations/{token_of(invitation)}/"
    assert "Tarazy" in client.get(address).text
    client.post(address, {"name": "Айгерим Сейтова", "password": PASSWORD, "again": PASSWORD})
    assert Appointment.objects.get(role="agency_head").person.email == "head@example.org"
    assert client.get("/agencies/rulebook/edit/").status_code == 200


@pytest.mark.parametrize("acronym", ["TST", "tst"])
def test_a_second_run_says_so_and_doubles_nothing(acronym):
    found()
    with pytest.raises(CommandError, match="TST is on the platform already; nothing was changed"):
        found(acronym=acronym, head_email="other@example.org")
    counts = [model.objects.count() for model in (Agency, Rulebook, Invitation, Person, Notice)]
    assert counts == [1, 1, 1, 1, 1]


def test_a_head_whose_letter_was_lost_is_invited_anew_and_the_old_link_no_longer_works(client):
    found()
    old = f"/invitations/{token_of(Invitation.objects.get())}/"
    found(again=True, head_email="right@example.org")
    assert client.get(old).status_code == 410
    [waiting] = Invitation.objects.waiting()
    assert (waiting.email, Agency.objects.count()) == ("right@example.org", 1)


def test_an_agency_that_has_a_head_gets_no_other_from_the_command_line():
    found()
    agency = Agency.objects.get()
    appoint(None, agency, "agency_head")
    with pytest.raises(CommandError, match="only the first head"):
        found(again=True)
    assert is_led(agency, day=clock.today())
    assert Invitation.objects.count() == 1


@pytest.mark.parametrize("wrong", [["--levels", "kindergarten"], ["--head-email", "nobody"]])
def test_a_level_that_there_is_not_and_a_wrong_address_are_refused_with_nothing_made(wrong):
    words = [part for key in ("acronym", "kk", "ru", "en", "head_name") for part in (f"--{key.replace('_', '-')}", SAID[key])]
    known = ["--levels", "higher", "--head-email", "head@example.org"]
    with pytest.raises(CommandError):
        call_command("found_agency", *words, *known, *wrong)
    assert not Agency.objects.exists()


def test_what_is_known_of_an_agency_is_changed_by_name_and_the_journal_keeps_before_and_after(capsys):
    found()
    call_command("change_agency", acronym="tst", networks=["WFME"], register_number="7")
    call_command("change_agency", acronym="TST", networks=["WFME"])

    agency = Agency.objects.get()
    assert (agency.networks, agency.register_number, agency.levels) == (["WFME"], "7", ["vocational", "higher"])
    entry = Entry.objects.get(verb="agencies.changed")
    assert (entry.before["networks"], entry.after["networks"]) == ([], ["WFME"])
    assert capsys.readouterr().out.splitlines()[-2:] == ["TST: networks, register_number changed.", "TST: nothing to change."]
    with pytest.raises(CommandError, match="No agency on the platform is called XXX"):
        call_command("change_agency", acronym="XXX", networks=[])
