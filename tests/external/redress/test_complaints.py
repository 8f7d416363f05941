"""Complaints: before the decision, answered by somebody else than the person complained about."""

from datetime import date

import pytest
from django.urls import reverse

from tarazy.external.redress import services
from tarazy.external.redress.models import Complaint
from tarazy.external.redress.queries import handlers_of, moves_for, people_to_name
from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.ground.journal.models import Entry
from tarazy.ground.notices.models import Notice
from tests.factories import DAY, NOW, appoint, make_agency, make_institution

TEXT = "Координатор не отвечает на письма."


def complain(scene, about=None, by=None):
    return services.file_complaint(scene.case, by=by or scene.rector, text=TEXT, about=about, evidence=None, now=NOW, today=DAY)


@pytest.mark.requirement("R249", "R227")
def test_the_institution_complains_and_the_head_of_the_agency_has_the_rulebooks_days(scene):
    complaint = complain(scene, scene.coordinator)

    assert (complaint.state, complaint.due_on) == ("open", date(2026, 3, 27))  # 15 working days, 9 and 23-25 March are holidays
    assert handlers_of(complaint, DAY) == [scene.head]
    assert [(move.url, move.due_on, move.case) for move in moves_for(scene.head)] == [
        (reverse("redress:complaint", args=[complaint.pk]), complaint.due_on, scene.case)
    ]
    assert Notice.objects.get().person == scene.head.person
    assert Entry.objects.get(verb="redress.complained").audience == ["institution"]


@pytest.mark.requirement("R227")
def test_a_complaint_about_the_head_goes_to_the_appeals_commission(scene):
    complaint = complain(scene, scene.head)

    assert set(handlers_of(complaint, DAY)) == set(scene.commission)
    assert not Complaint.objects.visible_to(scene.head).exists()
    assert moves_for(scene.head) == []
    with pytest.raises(NotYours):
        services.answer_complaint(complaint, by=scene.head, answer="Всё в порядке.", now=NOW)
    services.answer_complaint(complaint, by=scene.commission[0], answer="Меры приняты.", now=NOW)
    assert Complaint.objects.get().answered_by == scene.commission[0]


@pytest.mark.requirement("R226", "R227")
def test_a_member_of_the_commission_who_worked_at_the_institution_neither_reads_nor_answers_it(scene):
    kin, other = scene.commission
    appoint(kin.person, scene.institution, "quality_officer", since=date(2020, 1, 1), until=date(2021, 1, 1))
    complaint = complain(scene, scene.head)

    assert handlers_of(complaint, DAY) == [other]
    assert not Complaint.objects.visible_to(kin).exists()


@pytest.mark.requirement("R227")
def test_the_person_complained_about_never_reads_or_answers_it(scene):
    double = appoint(scene.coordinator.person, scene.agency, "appeals_member")
    complaint = complain(scene, scene.coordinator)

    for reader in (scene.coordinator, double, scene.secretary, scene.expert, *scene.commission):
        assert not Complaint.objects.visible_to(reader).exists()
        with pytest.raises(NotYours):
            services.answer_complaint(complaint, by=reader, answer="Нет.", now=NOW)


@pytest.mark.requirement("R227")
def test_the_answer_reaches_the_institution_once(scene):
    complaint = complain(scene)
    services.answer_complaint(complaint, by=scene.head, answer="Назначен другой координатор.", now=NOW)

    complaint.refresh_from_db()
    assert (complaint.state, complaint.answer) == ("answered", "Назначен другой координатор.")
    assert Notice.objects.filter(person=scene.rector.person).count() == 1
    with pytest.raises(Stale):
        services.answer_complaint(complaint, by=scene.head, answer="Ещё раз.", now=NOW)


@pytest.mark.requirement("R249")
def test_after_the_decision_there_is_the_appeal_instead(told):
    with pytest.raises(Refused):
        complain(told)
    assert not Complaint.objects.exists()


def test_only_the_institution_of_the_case_complains(scene):
    elsewhere = appoint(None, make_institution(), "institution_head")
    for stranger in (scene.head, scene.coordinator, elsewhere):
        with pytest.raises(NotYours):
            complain(scene, by=stranger)


def test_experts_can_be_named_only_once_they_are_announced(scene):
    assert scene.expert not in people_to_name(scene.case, DAY)
    scene.case.run.steps.create(key="panel_announced", actor="", state="done", round=1, opened_on=DAY, done_on=DAY, outcome="done")

    assert set(people_to_name(scene.case, DAY)) == {scene.expert, scene.coordinator, scene.head}


def test_a_complaint_is_made_and_answered_on_its_pages(client, scene):
    client.force_login(scene.rector.person)
    address = reverse("redress:new", args=[scene.case.number])
    assert client.post(address, {"text": "", "about": scene.coordinator.pk}).status_code == 422
    filed = client.post(address, {"text": TEXT, "about": scene.coordinator.pk})
    assert filed.status_code == 302

    client.force_login(scene.head.person)
    assert TEXT in client.get(filed.url).content.decode()
    assert TEXT in client.get(reverse("redress:complaint_list")).content.decode()
    assert client.post(filed.url, {"answer": ""}).status_code == 422
    assert client.post(filed.url, {"answer": "Разобрались."}).status_code == 302
    assert client.post(filed.url, {"answer": "Снова."}).status_code == 409

    client.force_login(scene.rector.person)
    assert "Разобрались." in client.get(filed.url).content.decode()
    assert client.post(filed.url, {"answer": "Чужое."}).status_code == 403
    assert client.get(reverse("redress:complaints", args=[scene.case.number])).status_code == 200


def test_nobody_else_finds_a_complaint(client, scene):
    complaint = complain(scene, scene.coordinator)
    elsewhere = appoint(None, make_institution(), "institution_head")
    other_head = appoint(None, make_agency(), "agency_head")
    for reader in (scene.coordinator, scene.secretary, scene.expert, elsewhere, other_head):
        client.force_login(reader.person)
        assert client.get(reverse("redress:complaint", args=[complaint.pk])).status_code == 404
        assert client.get(reverse("redress:complaints", args=[scene.case.number])).status_code == 404


@pytest.mark.requirement("R227", "R178")
def test_everybody_can_read_what_the_two_remedies_are_and_by_when(client, scene):
    page = client.get(reverse("redress:remedies"))

    assert page.status_code == 200
    assert [values["appeal_days"] for _agency, values in page.context["agencies"]] == [10]
    assert scene.agency.acronym in page.content.decode()
