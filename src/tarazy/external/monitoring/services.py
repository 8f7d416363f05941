"""After the decision: duties with their dates, the plan of action, interim reports, the agency's review (R257, R217)."""

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.external.cases.rules import is_institution
from tarazy.external.cases.services import enter, keep_record
from tarazy.external.monitoring.models import Duty, InterimReport, PlannedAction
from tarazy.external.monitoring.queries import asked_again_on, findings_to_act_on
from tarazy.external.register.services import change_status
from tarazy.ground.documents.services import store
from tarazy.ground.foundation.calendar import add_months, add_working_days
from tarazy.ground.foundation.errors import Refused

STATUS_OF = {"suspend": "suspended", "withdraw": "withdrawn"}


def create_duties(act):
    """The first monitoring duties of an accredited institution, with their dates: plan, interim reports, renewal.

    They follow from the decision's term and the rulebook: the plan so many working days after publication, an interim
    report each so many months, the renewal so many months before the term ends. Made once.
    """
    case, values = act.subject, act.subject.values
    decision = case.decisions.filter(set_aside_at=None).exclude(outcome="refused").first()
    if decision is None:
        return
    renewal = add_months(decision.valid_until, -values["renewal_months_before"])
    _owe(case, Duty.Kind.ACTION_PLAN, 1, add_working_days(act.today, values["action_plan_days"]))
    _owe(case, Duty.Kind.RENEWAL, 1, renewal)
    for number, due in enumerate(_reports_due(decision, values["interim_report_months"], renewal), start=1):
        _owe(case, Duty.Kind.INTERIM_REPORT, number, due)


def _reports_due(decision, interval, renewal):
    """The days of the interim reports: each so many months before the renewal; one at least, also in a short term."""
    days, number = [min(add_months(decision.valid_from, interval), renewal)], 2
    while (due := add_months(decision.valid_from, interval * number)) < renewal:
        days.append(due)
        number += 1
    return days


def submit_plan(act):
    """The plan of action is handed in: every recommendation has an action, a person and a day."""
    _meet(act, Duty.Kind.ACTION_PLAN)
    keep_record(act)


def record_interim_report(act):
    """The institution reports on the recommendations and on what has changed since the certificate (facts B1)."""
    duties = act.subject.duties.filter(kind=Duty.Kind.INTERIM_REPORT)
    duty = None if asked_again_on(act.subject) else duties.filter(report=None).order_by("due_on").first()
    if duty is None:  # a report beyond the calendar, whose own days stay: after a return or a suspension
        duty = _owe(act.subject, Duty.Kind.INTERIM_REPORT, duties.count() + 1, act.today)
    file = act.data.get("file")
    InterimReport.objects.create(
        duty=duty,
        text=act.data["text"],
        document=store(file, title=file.name, by=act.by, now=act.now).document if file else None,
        filed_by=act.by,
        filed_at=act.now,
    )
    duty.met_on = act.today
    duty.save(update_fields=["met_on"])


def record_review(act):
    """The agency confirms, asks for more, suspends or withdraws; the certificate's state follows (R257)."""
    keep_record(act)
    certificate = act.subject.decisions.get(set_aside_at=None).certificate
    if act.outcome in STATUS_OF:
        change_status(certificate, STATUS_OF[act.outcome], grounds=act.data["grounds"], by=act.by, now=act.now, day=act.today)
    elif act.outcome == "confirm" and certificate.state_on(act.today) == "suspended":
        change_status(certificate, "resumed", grounds=act.data["grounds"], by=act.by, now=act.now, day=act.today)


def record_renewal(act):
    """The institution says whether it goes on: a new case is opened with the application itself."""
    _meet(act, Duty.Kind.RENEWAL)
    keep_record(act)


@transaction.atomic
def plan_action(case, *, finding, action, responsible, due_on, indicator, by):
    """An action on one finding, new or changed, while the plan is not handed in.

    Raises `NotYours` for anybody but the institution, `Stale` once the plan was handed in, `Refused` when the finding is of
    another report or asks for no action.
    """
    case = enter(case, by=by, may=is_institution.holds, steps=("action_plan",))
    if not findings_to_act_on(case).filter(pk=finding.pk).exists():
        raise Refused(_("This recommendation belongs to another report."))
    fields = {"action": action, "responsible": responsible, "due_on": due_on, "indicator": indicator}
    planned, _new = PlannedAction.objects.update_or_create(case=case, finding=finding, defaults=fields)
    return planned


def _owe(case, kind, number, due_on):
    duty, _made = Duty.objects.get_or_create(case=case, kind=kind, number=number, defaults={"due_on": due_on})
    return duty


def _meet(act, kind):
    act.subject.duties.filter(kind=kind, met_on=None).update(met_on=act.today)
