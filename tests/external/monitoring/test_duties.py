"""The duties that follow from a decision, and the plan of action."""

import pytest

from tarazy.external.monitoring.models import Duty
from tarazy.external.monitoring.queries import planned_for, recommendations_without_action
from tarazy.external.monitoring.services import plan_action
from tarazy.external.procedure.services import take_step
from tarazy.external.register.models import Certificate
from tarazy.ground.foundation.calendar import add_months, add_working_days
from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tests.factories_cases import make_walk


@pytest.mark.django_db
@pytest.mark.requirement("R257", "R217")
def test_an_accredited_institution_owes_a_plan_yearly_reports_and_a_renewal_with_their_days(planning):
    walk = planning
    decision = walk.case.decisions.get()
    duties = {(duty.kind, duty.number): duty.due_on for duty in walk.case.duties.all()}

    assert duties[Duty.Kind.RENEWAL, 1] == add_months(decision.valid_until, -6)
    assert [duties[Duty.Kind.INTERIM_REPORT, n] for n in (1, 2, 3, 4)] == [add_months(decision.valid_from, 12 * n) for n in (1, 2, 3, 4)]
    assert (Duty.Kind.ACTION_PLAN, 1) in duties
    assert len(duties) == 6


@pytest.mark.django_db
@pytest.mark.requirement("R257")
def test_a_short_conditional_term_still_asks_for_one_interim_report():
    walk = make_walk("school_2026", decided="conditional").until("action_plan")
    renewal = walk.case.duties.get(kind=Duty.Kind.RENEWAL)

    assert [duty.due_on for duty in walk.case.duties.filter(kind=Duty.Kind.INTERIM_REPORT)] == [renewal.due_on]


@pytest.mark.django_db
@pytest.mark.requirement("R257")
def test_a_refused_institution_owes_nothing():
    walk = make_walk("school_2026", decided="refused").until("ministry")

    assert not walk.case.duties.exists()


@pytest.mark.django_db
@pytest.mark.requirement("R257", "R175")
def test_a_plan_that_leaves_a_recommendation_out_is_not_taken(planning):
    walk = planning

    with pytest.raises(Refused, match=r"recommendation|рекомендац"):
        take_step(walk.case, "action_plan", by=walk.cast.officer, now=walk.now, today=walk.today, data={"note": ""})
    assert walk.open_steps().count("action_plan") == 1


@pytest.mark.django_db
@pytest.mark.requirement("R257")
def test_an_action_is_planned_by_the_institution_alone_and_only_until_the_plan_is_handed_in(planning):
    walk = planning
    finding = recommendations_without_action(walk.case)[0]
    words = {"action": "Обучить", "responsible": "Завуч", "due_on": walk.days_on(90), "indicator": "Сертификаты"}
    with pytest.raises(NotYours):
        plan_action(walk.case, finding=finding, by=walk.cast.coordinator, **words)
    first = plan_action(walk.case, finding=finding, by=walk.cast.officer, **words)
    assert plan_action(walk.case, finding=finding, by=walk.cast.officer, **{**words, "action": "Обучить всех"}).pk == first.pk

    walk.step("action_plan")

    with pytest.raises(Stale):
        plan_action(walk.case, finding=finding, by=walk.cast.officer, **words)
    assert walk.case.planned_actions.get(finding=finding).action == "Обучить всех"


@pytest.mark.django_db
@pytest.mark.requirement("R257")
def test_the_agency_reads_no_action_of_a_plan_that_is_still_being_written(planning):
    walk = planning
    finding = recommendations_without_action(walk.case)[0]
    words = {"action": "Обучить", "responsible": "Завуч", "due_on": walk.days_on(90), "indicator": "Сертификаты"}
    plan_action(walk.case, finding=finding, by=walk.cast.officer, **words)

    assert [len(one.actions.all()) for one in planned_for(walk.case, drafts=True) if one == finding] == [1]
    assert not any(one.actions.all() for one in planned_for(walk.case, drafts=False))
    walk.step("action_plan")
    assert all(one.actions.all() for one in planned_for(walk.case, drafts=False) if one.kind == "recommendation")


@pytest.mark.django_db
@pytest.mark.requirement("R257")
def test_the_interim_report_is_due_on_the_day_of_its_duty(planning):
    walk = planning.until("interim_report")

    duty = walk.case.duties.get(kind=Duty.Kind.INTERIM_REPORT, number=1)
    assert walk.case.run.steps.get(key="interim_report").due_on == duty.due_on


@pytest.mark.django_db
@pytest.mark.requirement("R257")
def test_a_report_that_came_back_is_written_again_in_the_rulebooks_days_and_next_years_stays_owed():
    walk = make_walk("school_2026", choices={"monitoring_review": "return"}, interim_report_days=7).until("monitoring_review")
    asked_on = walk.today
    walk.step("monitoring_review")
    assert walk.case.run.steps.get(key="interim_report").due_on == add_working_days(asked_on, 7)

    walk.step("interim_report")

    reports = walk.case.duties.filter(kind=Duty.Kind.INTERIM_REPORT)
    assert sorted(reports.exclude(met_on=None).values_list("number", flat=True)) == [1, 5]
    assert sorted(reports.filter(met_on=None).values_list("number", flat=True)) == [2, 3, 4]


@pytest.mark.django_db
@pytest.mark.requirement("R257")
def test_a_suspended_certificate_is_resumed_when_the_next_report_is_confirmed():
    walk = make_walk("school_2026", choices={"monitoring_review": "suspend"}).until("monitoring_review")
    walk.step("monitoring_review")
    certificate = Certificate.objects.prefetch_related("changes").get(decision__case=walk.case)
    assert certificate.state_on(walk.today) == "suspended"

    walk.until("monitoring_review").step("monitoring_review")

    assert Certificate.objects.prefetch_related("changes").get(pk=certificate.pk).state_on(walk.today) == "valid"
