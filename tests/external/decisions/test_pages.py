"""The council's pages: who reads what at which moment, and the ballot beside the pack."""

import pytest
from django.urls import reverse

from tarazy.external.decisions import services
from tarazy.external.decisions.models import Ballot
from tests.external.decisions.scene import Scene
from tests.factories import NOW, appoint, make_agency, make_institution


@pytest.fixture
def get(client):
    """Fetch a page as somebody; gives the response."""

    def fetch(appointment, name, *args):
        client.force_login(appointment.person)
        return client.get(reverse(name, args=args))

    return fetch


@pytest.fixture
def post(client):
    """Send a form as somebody."""

    def send(appointment, name, *args, **data):
        client.force_login(appointment.person)
        return client.post(reverse(name, args=args), data)

    return send


def question_of(scene):
    return "decisions:question", scene.case.number


def test_before_the_agenda_nobody_has_a_question_page(scene, get):
    scene.conclude()
    for person in (scene.seats[0].appointment, scene.secretary, scene.rector):
        assert get(person, *question_of(scene)).status_code == 404


@pytest.mark.requirement("R251")
def test_a_member_finds_the_pack_the_ballot_and_the_other_members(scene, get):
    scene.conclude("conditional")
    scene.put()
    page = get(scene.seats[0].appointment, *question_of(scene))
    text = page.content.decode()

    assert page.status_code == 200
    assert reverse("decisions:paper", args=[scene.case.number, "conclusion"]) in text
    assert f'action="{reverse("procedure:step", args=[scene.case.number, "council_vote"])}"' in text
    assert 'name="outcome" value="vote"' in text
    assert all(seat.appointment.person.name in text for seat in scene.seats)


@pytest.mark.requirement("R251")
def test_votes_of_others_are_shown_only_when_the_ballot_has_closed(scene, get):
    scene.conclude()
    scene.put()
    scene.vote(0, "refused", note="Совесть не позволяет.")
    for reader in (scene.seats[1].appointment, scene.secretary, scene.head):
        assert "Совесть не позволяет." not in get(reader, *question_of(scene)).content.decode()

    for place in range(1, 5):
        scene.vote(place)

    for reader in (scene.seats[1].appointment, scene.secretary, scene.head):
        assert "Совесть не позволяет." in get(reader, *question_of(scene)).content.decode()


@pytest.mark.requirement("R226")
def test_a_recused_member_sees_that_they_are_recused_and_nothing_else(scene, get):
    appoint(scene.seats[3].appointment.person, scene.institution, "quality_officer", until=NOW.date())
    recused = scene.seats[3].appointment
    scene.conclude()
    question = scene.put()

    for name in ("question", "decision", "report", "notice"):
        assert get(recused, f"decisions:{name}", scene.case.number).status_code == 404
    assert get(recused, "decisions:paper", scene.case.number, "conclusion").status_code == 404
    agenda = get(recused, "decisions:session", question.session.pk)
    assert agenda.status_code == 200
    assert scene.case.number not in agenda.content.decode()


def test_other_sides_and_strangers_find_no_question(scene, get):
    scene.conclude()
    question = scene.put()
    stranger = appoint(None, make_agency(), "secretary")
    elsewhere = appoint(None, make_institution(), "institution_head")
    for reader in (scene.rector, scene.expert, stranger, elsewhere):
        assert get(reader, *question_of(scene)).status_code == 404
        assert get(reader, "decisions:session", question.session.pk).status_code == 404
        assert get(reader, "decisions:paper", scene.case.number, "conclusion").status_code == 404


def test_the_public_is_asked_to_sign_in(scene, client):
    scene.conclude()
    scene.put()
    response = client.get(reverse("decisions:question", args=[scene.case.number]))

    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


@pytest.mark.requirement("R252")
def test_the_institution_reads_decision_and_grounds_when_told_and_never_votes_or_conclusion(scene, get):
    scene.conclude("accredited")
    scene.put()
    for place in range(4):
        scene.vote(place, "conditional")
    scene.vote(4, "refused", note="Тайное мнение.")
    scene.decide(grounds="Нет плана безопасности.")
    assert get(scene.rector, "decisions:decision", scene.case.number).status_code == 404
    assert get(scene.expert, "decisions:decision", scene.case.number).status_code == 404

    services.give_notice(scene.act("notice", scene.secretary))

    page = get(scene.rector, "decisions:decision", scene.case.number).content.decode()
    assert "Нет плана безопасности." in page
    assert not [name for name in ("Тайное мнение.", *(seat.appointment.person.name for seat in scene.seats)) if name in page]
    letter = get(scene.rector, "decisions:notice", scene.case.number)
    assert letter.getvalue().startswith(b"%PDF-")
    for step in ("conclusion", "council_decision"):
        assert get(scene.rector, "decisions:paper", scene.case.number, step).status_code == 404
    assert get(scene.rector, *question_of(scene)).status_code == 404


@pytest.mark.requirement("R252")
def test_the_panel_learns_the_outcome_but_not_the_grounds(scene, get):
    scene.told(*["conditional"] * 5, grounds="Нет плана безопасности.")
    page = get(scene.expert, "decisions:decision", scene.case.number)

    assert page.status_code == 200
    assert "Нет плана безопасности." not in page.content.decode()
    assert get(scene.expert, "decisions:notice", scene.case.number).status_code == 404


def test_a_member_changes_their_vote_on_the_page(scene, post):
    scene.conclude()
    scene.put()
    scene.vote(1, "refused")
    member = scene.seats[1].appointment

    response = post(member, "decisions:ballot", scene.case.number, outcome="vote", vote="accredited", note="Передумал.")

    assert response.status_code == 302
    ballot = Ballot.objects.get(seat=scene.seats[1])
    assert (ballot.vote, ballot.note) == ("accredited", "Передумал.")


def test_a_ballot_without_a_choice_comes_back_with_what_was_typed(scene, post):
    scene.conclude()
    scene.put()
    scene.vote(1, "refused")

    response = post(scene.seats[1].appointment, "decisions:ballot", scene.case.number, outcome="vote", vote="", note="Подумаю ещё.")

    assert response.status_code == 422
    assert "Подумаю ещё." in response.content.decode()


def test_a_closed_ballot_answers_with_a_conflict_and_a_strangers_with_not_found(scene, post):
    scene.conclude()
    scene.put()
    scene.all_vote(*["accredited"] * 5)
    late = post(scene.seats[1].appointment, "decisions:ballot", scene.case.number, outcome="vote", vote="refused")
    assert late.status_code == 409
    assert post(scene.rector, "decisions:ballot", scene.case.number, outcome="vote", vote="refused").status_code == 404
    assert post(scene.secretary, "decisions:ballot", scene.case.number, outcome="vote", vote="refused").status_code == 403


def test_who_steps_aside_on_the_page_finds_the_case_closed(scene, post, get):
    scene.conclude()
    scene.put()
    scene.vote(1)
    member = scene.seats[1].appointment

    response = post(member, "decisions:ballot", scene.case.number, outcome="recuse", reason="Родственник в ректорате.")

    assert response.url == reverse("decisions:sessions")
    assert get(member, *question_of(scene)).status_code == 404


@pytest.mark.requirement("R251")
def test_like_cases_show_what_was_proposed_and_decided(scene, get):
    scene.told(*["conditional"] * 5, grounds="Причина.")
    earlier = scene.case.number
    scene.case = scene.make_case()
    scene.conclude()
    scene.put(number=20)

    assert earlier in get(scene.seats[0].appointment, *question_of(scene)).content.decode()


def test_sessions_are_for_the_council_and_those_who_work_for_it(scene, get):
    scene.conclude()
    scene.put()
    assert get(scene.seats[0].appointment, "decisions:sessions").status_code == 200
    assert get(scene.secretary, "decisions:sessions").status_code == 200
    assert get(scene.rector, "decisions:sessions").status_code == 404
    assert get(scene.expert, "decisions:sessions").status_code == 404


@pytest.mark.parametrize("cases", [1, 3])
def test_the_question_page_costs_the_same_for_one_item_and_for_three(db, client, cases, django_assert_max_num_queries):
    scene = Scene()
    scene.conclude()
    session = scene.put().session
    for _more in range(cases - 1):
        scene.case = scene.make_case()
        scene.conclude()
        scene.put(session=session)
    client.force_login(scene.seats[0].appointment.person)
    address = reverse("decisions:question", args=[scene.case.number])
    client.get(address)
    with django_assert_max_num_queries(25):
        client.get(address)
