"""After the decision: duties with their dates, the plan of action, interim reports, the agency's review (R257, R217)."""

from functools import wraps

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.external.cases.rules import is_institution
from tarazy.external.cases.services import attach, enter, keep_record
from tarazy.external.cases.services.records import PARTIES
from tarazy.external.monitoring.models import Duty, InterimReport, PlannedAction, Progress
from tarazy.external.monitoring.queries import findings_to_act_on, report_asked_for
from tarazy.external.register.services import change_status
from tarazy.ground.documents.services import store
from tarazy.ground.foundation.calendar import add_months, add_working_days
from tarazy.ground.foundation.errors import Refused

STATUS_OF = {"suspend": "suspended", "withdraw": "withdrawn"}
CONFIRMS = frozenset({"confirm", "conclude"})
# The outcome with which the clock closes what is open when the accreditation was withdrawn.
VOID = "void"


def unless_void(record):
    """A recorder that has nothing to record when the withdrawal closes its step."""

    @wraps(record)
    def recorder(act):
        if act.outcome != VOID:
            record(act)

    return recorder


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


@unless_void
def submit_plan(act):
    """The plan of action is handed in: every recommendation has an action, a person and a day."""
    _meet(act, Duty.Kind.ACTION_PLAN)
    keep_record(act)


@unless_void
def record_interim_report(act):
    """The institution reports on the recommendations and on what has changed since the certificate (facts B1)."""
    duty = report_asked_for(act.subject)
    duty.met_on = act.today
    duty.save()  # one asked for beside the calendar, whose own days stay, has its row from now on
    file = act.data.get("file")
    version = store(file, title=file.name, by=act.by, now=act.now) if file else None
    if version:
        attach(act.subject, version, step=act.step, round=act.round, sides=PARTIES)
    report = InterimReport.objects.create(
        duty=duty, text=act.data["text"], document=version.document if version else None, filed_by=act.by, filed_at=act.now
    )
    Progress.objects.filter(action__case=act.subject, report=None).update(report=report)


@unless_void
def record_review(act):
    """The agency confirms, asks for more, suspends or withdraws; the certificate's state follows (R257)."""
    keep_record(act)
    certificate = act.subject.decisions.get(set_aside_at=None).certificate
    if act.outcome in CONFIRMS:
        _confirm_reports(act)
    state = certificate.state_on(act.today)
    kind = STATUS_OF.get(act.outcome) or ("resumed" if act.outcome in CONFIRMS and state == "suspended" else "")
    if kind and kind != state:  # one that the head of the agency suspended already stays so
        change_status(certificate, kind, grounds=act.data["grounds"], by=act.by, now=act.now, day=act.today)


def _confirm_reports(act):
    """What the reports say of the planned actions holds from now on, for the public too."""
    reports = InterimReport.objects.filter(duty__case=act.subject, confirmed_on=None)
    for said in Progress.objects.filter(report__in=reports).select_related("action").order_by("report__filed_at", "pk"):
        said.action.done_on, said.action.result = said.done_on, said.result
        said.action.save(update_fields=["done_on", "result"])
    reports.update(confirmed_on=act.today)


@unless_void
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


@transaction.atomic
def say_progress(case, *, action, done_on, result, by, now, today):
    """Whether a planned action was carried out (`done_on`, else None), and with what result, while the interim report is written (R257).

    A draft until the report is handed in; said again, the second words replace the first. Raises `NotYours` for anybody but
    the institution, `Stale` while no report is asked for, `Refused` for a day that has not come, or one without a result.
    """
    case = enter(case, by=by, may=is_institution.holds, steps=("interim_report",))
    if action.case_id != case.pk:
        raise Refused(_("This action belongs to another plan."))
    if done_on and done_on > today:
        raise Refused(_("An action cannot have been carried out on a day that has not come yet."))
    if done_on and not result.strip():
        raise Refused(_("Say with what result it was carried out."))
    fields = {"done_on": done_on, "result": result, "said_by": by, "said_at": now}
    said, _new = Progress.objects.update_or_create(action=action, report=None, defaults=fields)
    return said


def _owe(case, kind, number, due_on):
    duty, _made = Duty.objects.get_or_create(case=case, kind=kind, number=number, defaults={"due_on": due_on})
    return duty


def _meet(act, kind):
    act.subject.duties.filter(kind=kind, met_on=None).update(met_on=act.today)
