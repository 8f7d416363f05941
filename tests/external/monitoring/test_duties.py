"""The duties that follow from a decision, and the plan of action."""

import pytest

from tarazy.external.monitoring.models import Duty
from tarazy.external.procedure.services import take_step
from tarazy.external.register.models import Certificate
from tarazy.ground.foundation.calendar import add_months
from tarazy.ground.foundation.errors import Refused
from tests.factories_cases import make_walk


@pytest.mark.django_db
@pytest.mark.requirement("R257", "R217")
def test_an_accredited_institution_owes_a_plan_yearly_reports_and_a_renewal_with_their_days():
    walk = make_walk("school_2026").until("action_plan")
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
def test_a_plan_that_leaves_a_recommendation_out_is_not_taken():
    walk = make_walk("school_2026").until("action_plan")

    with pytest.raises(Refused, match=r"recommendation|рекомендац"):
        take_step(walk.case, "action_plan", by=walk.cast.officer, now=walk.now, today=walk.today, data={"note": ""})
    assert walk.open_steps().count("action_plan") == 1


@pytest.mark.django_db
@pytest.mark.requirement("R257")
def test_a_suspended_certificate_is_resumed_when_the_next_report_is_confirmed():
    walk = make_walk("school_2026", choices={"monitoring_review": "suspend"}).until("monitoring_review")
    walk.step("monitoring_review")
    certificate = Certificate.objects.prefetch_related("changes").get(decision__case=walk.case)
    assert certificate.state_on(walk.today) == "suspended"

    walk.until("monitoring_review").step("monitoring_review")

    assert Certificate.objects.prefetch_related("changes").get(pk=certificate.pk).state_on(walk.today) == "valid"
