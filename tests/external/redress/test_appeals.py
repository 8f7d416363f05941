"""Appeals: with grounds, decided by other people, with the decision set aside when upheld."""

from datetime import date

import pytest
from django.urls import reverse

from tarazy.external.cases.models import Case
from tarazy.external.cases.services import join
from tarazy.external.cases.states import Duty, Side
from tarazy.external.experts.models import Expert, Interest
from tarazy.external.redress import services
from tarazy.external.redress.models import Appeal
from tarazy.external.redress.queries import commission_for, moves_for, people_of_case
from tarazy.ground.foundation.errors import NotYours, Refused
from tests.factories import DAY, NOW, appoint


def appeal(scene, grounds="Не учтён план безопасности."):
    services.record_appeal(scene.act("appeal_window", scene.rector, "appeal", grounds=grounds, evidence=None))
    return Appeal.objects.get(decision=scene.decision)


@pytest.mark.requirement("R253")
def test_an_appeal_names_its_grounds_and_brings_in_other_people(told):
    with pytest.raises(Refused):
        services.record_appeal(told.act("appeal_window", told.rector, "appeal", grounds="  "))
    for member in told.commission:
        assert not Case.objects.visible_to(member).exists()

    filed = appeal(told)

    assert (filed.ruling, filed.filed_by, filed.grounds) == ("pending", told.rector, "Не учтён план безопасности.")
    parts = told.case.participations.live().filter(duty="appeals_member")
    assert {part.appointment for part in parts} == set(told.commission)
    assert {part.side for part in parts} == {"appeals"}
    assert Case.objects.visible_to(told.commission[0]).get() == told.case


def test_no_appeal_records_nothing_whether_the_head_or_the_clock_says_so(told):
    services.record_appeal(told.act("appeal_window", told.rector, "accept"))
    services.record_appeal(told.act("appeal_window", None, "accept"))

    assert not Appeal.objects.exists()
    assert not told.case.participations.filter(duty="appeals_member").exists()


@pytest.mark.requirement("R253", "R178")
@pytest.mark.parametrize("part", ["coordinator", "chair", "voter", "analyst", "secretary"])
def test_whoever_had_a_hand_in_the_case_does_not_rule_on_it(told, part):
    hand = {
        "coordinator": told.coordinator,
        "chair": told.expert,
        "voter": told.seats[0].appointment,
        "analyst": told.analyst,
        "secretary": told.secretary,
    }[part]
    double = appoint(hand.person, told.agency, "appeals_member")

    assert double.person_id in people_of_case(told.case)
    assert {one.pk for one in commission_for(told.case, DAY)} == {member.pk for member in told.commission}


def test_an_appeals_member_with_an_interest_does_not_join(told):
    expert = Expert.objects.create(appointment=appoint(told.commission[0].person, told.agency, "expert"), background="academic")
    Interest.objects.create(expert=expert, institution=told.institution, nature="Консультант", since=date(2025, 1, 1))
    appeal(told)

    assert [part.appointment for part in told.case.participations.live().filter(duty="appeals_member")] == [told.commission[1]]


def test_without_anybody_left_the_appeal_stands_and_the_head_appoints_later(told):
    for member in told.commission:
        join(told.case, member, Duty.EXPERT, side=Side.PANEL, now=NOW)
    appeal(told)
    assert not told.case.participations.filter(duty="appeals_member").exists()
    assert [move.url for move in moves_for(told.head)] == [reverse("redress:commission", args=[told.case.number])]

    newcomer = appoint("Новый Член", told.agency, "appeals_member")
    with pytest.raises(Refused):
        services.appoint_commission(told.case, by=told.head, members=[told.commission[0]], now=NOW, today=DAY)
    with pytest.raises(NotYours):
        services.appoint_commission(told.case, by=told.secretary, members=[newcomer], now=NOW, today=DAY)
    services.appoint_commission(told.case, by=told.head, members=[newcomer], now=NOW, today=DAY)

    assert told.case.participations.live().get(duty="appeals_member").appointment == newcomer
    assert moves_for(told.head) == []


@pytest.mark.requirement("R253", "R178")
def test_an_upheld_appeal_sets_the_decision_aside_with_grounds(told):
    filed = appeal(told)
    by = told.commission[0]
    with pytest.raises(Refused):
        services.rule_on_appeal(told.act("appeal_ruling", by, "uphold", grounds=""))

    services.rule_on_appeal(told.act("appeal_ruling", by, "uphold", grounds="План представлен в срок."))

    filed.refresh_from_db()
    told.decision.refresh_from_db()
    assert (filed.ruling, filed.ruled_by, filed.ruling_grounds) == ("upheld", by, "План представлен в срок.")
    assert told.decision.set_aside_at == NOW


@pytest.mark.requirement("R253")
def test_a_dismissed_appeal_leaves_the_decision_standing(told):
    appeal(told)
    services.rule_on_appeal(told.act("appeal_ruling", told.commission[0], "dismiss", grounds="Доводы не подтвердились."))

    told.decision.refresh_from_db()
    assert told.decision.set_aside_at is None
    assert Appeal.objects.get().ruling == "dismissed"
    with pytest.raises(Refused):
        services.rule_on_appeal(told.act("appeal_ruling", told.commission[1], "uphold", grounds="Ещё раз."))


def test_a_member_who_came_to_work_at_the_institution_cannot_rule(told):
    appeal(told)
    appoint(told.commission[0].person, told.institution, "quality_officer")

    with pytest.raises(NotYours):
        services.rule_on_appeal(told.act("appeal_ruling", told.commission[0], "dismiss", grounds="Нет."))
    assert Appeal.objects.get().ruling == "pending"


def test_the_head_appoints_the_commission_on_a_page(client, told):
    for member in told.commission:
        join(told.case, member, Duty.EXPERT, side=Side.PANEL, now=NOW)
    appeal(told)
    newcomer = appoint("Новый Член", told.agency, "appeals_member")
    address = reverse("redress:commission", args=[told.case.number])

    client.force_login(told.secretary.person)
    assert client.get(address).status_code == 403
    client.force_login(told.rector.person)
    assert client.get(address).status_code == 404
    client.force_login(told.head.person)
    assert client.post(address, {}).status_code == 422
    assert client.post(address, {"members": [newcomer.pk]}).status_code == 302
    assert told.case.participations.live().get(duty="appeals_member").appointment == newcomer
