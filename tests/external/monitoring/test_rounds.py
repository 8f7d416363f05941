"""Interim reports go round until none is owed; renewal waits for none of them; a withdrawal ends it all."""

import pytest
from django.urls import reverse

from tarazy.external.cases.models import Case
from tarazy.external.monitoring.models import Duty
from tarazy.external.monitoring.queries import duties_of
from tarazy.external.procedure.services import take_step
from tarazy.external.register.models import Certificate
from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import Refused
from tests.factories_cases import make_walk

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("R257")]


def report(walk, number):
    return walk.case.duties.get(kind=Duty.Kind.INTERIM_REPORT, number=number)


def row(walk, key):
    return walk.case.run.steps.get(key=key)


def review(walk, outcome):
    data = {"grounds": "Сделано."}
    take_step(walk.case, "monitoring_review", by=walk.cast.analyst, now=walk.now, today=walk.today, outcome=outcome, data=data)


def standing(walk):
    return Certificate.objects.prefetch_related("changes").get(decision__case=walk.case).state_on(walk.today)


def page_of(client, walk, who, key, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: walk.now)
    client.force_login(who.person, backend="django.contrib.auth.backends.ModelBackend")
    return reverse("procedure:step", args=[walk.case.number, key])


def test_a_confirmed_report_opens_the_next_one_with_the_day_of_its_own_duty(reporting):
    walk = reporting.until("monitoring_review")
    walk.step("monitoring_review")

    assert (row(walk, "interim_report").round, row(walk, "interim_report").due_on) == (2, report(walk, 2).due_on)
    walk.step("interim_report")
    assert report(walk, 2).met_on
    walk.to_the_end()
    assert not walk.case.duties.filter(met_on=None).exists()
    assert walk.case.run.ended_on


def test_each_confirmation_is_refused_with_a_sentence_where_the_other_applies(reporting):
    walk = reporting.until("monitoring_review")
    with pytest.raises(Refused, match=r"owed|ещё один"):
        review(walk, "conclude")
    walk.step("monitoring_review")
    walk.until("monitoring_review")
    with pytest.raises(Refused, match=r"last|последним"):
        review(walk, "confirm")
    review(walk, "conclude")

    assert walk.open_steps() == ["renewal"]


def test_renewal_is_open_beside_the_reports_and_said_early_it_leaves_them_owed(reporting):
    walk = reporting
    assert walk.open_steps()[-2:] == ["interim_report", "renewal"]
    walk.step("renewal", outcome="apply")

    assert walk.open_steps()[-1] == "interim_report"
    walk.to_the_end()
    assert walk.case.run.ended_on == row(walk, "monitoring_review").done_on
    assert report(walk, 2).met_on


def test_a_conditional_term_has_one_report_whose_confirmation_is_the_last():
    walk = make_walk("school_2026", decided="conditional").until("monitoring_review")
    review(walk, "conclude")

    assert walk.open_steps() == ["renewal"]


def test_after_a_suspension_the_report_asked_for_is_confirmed_the_certificate_resumed_and_the_calendar_goes_on(reporting):
    walk = reporting.until("monitoring_review")
    walk.choices["monitoring_review"] = "suspend"
    walk.step("monitoring_review")
    assert (standing(walk), walk.open_steps()[-2:]) == ("suspended", ["interim_report", "renewal"])
    walk.step("interim_report")
    assert report(walk, 3).is_extra
    walk.step("monitoring_review")

    assert standing(walk) == "valid"
    assert row(walk, "interim_report").due_on == report(walk, 2).due_on


def test_a_withdrawal_closes_what_was_open_and_nothing_is_owed_any_more(reporting):
    walk = reporting.until("monitoring_review")
    review(walk, "withdraw")

    assert (standing(walk), walk.open_steps()) == ("withdrawn", [])
    assert (row(walk, "renewal").outcome, walk.case.records.filter(step="renewal").count()) == ("void", 0)
    assert Case.objects.get(pk=walk.case.pk).run.ended_on == walk.today
    assert not duties_of(Case.objects.filter(pk=walk.case.pk)).exists()


def test_the_page_says_which_report_it_is_and_offers_nobody_to_close_it_as_void(client, monkeypatch, reporting):
    walk = reporting.until("monitoring_review")
    walk.step("monitoring_review")
    url = page_of(client, walk, walk.cast.officer, "interim_report", monkeypatch)
    page = client.get(url, headers={"accept-language": "en"})

    assert "Interim report 2 of 2" in page.text
    assert "Interim report 1 of 2" in page.text  # handed in, with its text
    assert 'name="outcome"' not in page.text
    assert client.post(url, {"outcome": "void"}).status_code == 422
    assert row(walk, "interim_report").state == "open"


def test_the_analyst_reads_the_report_and_that_confirming_lifts_the_suspension(client, monkeypatch, reporting):
    walk = reporting.until("monitoring_review")
    walk.choices["monitoring_review"] = "suspend"
    walk.step("monitoring_review")
    walk.step("interim_report")
    url = page_of(client, walk, walk.cast.analyst, "monitoring_review", monkeypatch)
    page = client.get(url, headers={"accept-language": "en"})

    assert "the suspension is lifted" in page.text
    assert walk.case.duties.get(is_extra=True).report.text[:30] in page.text
    assert "void" not in page.text
    assert client.post(url, {"outcome": "void", "grounds": "Нет"}).status_code == 422
