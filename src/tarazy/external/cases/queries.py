"""Reading cases."""

from django.db.models import Count, Q

from tarazy.external.cases.models import AGENCY_WIDE_ROLES, INSTITUTION_ROLES, Participation
from tarazy.external.cases.states import Duty, Side
from tarazy.ground.people.models import Appointment
from tarazy.ground.workflow.models import StepState
from tarazy.ground.workflow.states import StepStatus


def step_is_open(case, key):
    """Whether this step of the case can be taken now."""
    return StepState.objects.filter(run=case.run_id, run__ended_on=None, key=key, state=StepStatus.OPEN).exists()


def step_is_done(case, key):
    """Whether this step was done in its latest round."""
    return StepState.objects.filter(run=case.run_id, key=key, state=StepStatus.DONE).exists()


def final_report(case):
    """The sealed report that the panel and the council work on, or None before it was handed in."""
    received = case.reports_received.filter(step="self_assessment_final").select_related("submission").order_by("-pk").first()
    return received.submission if received else None


def people_on(case, *sides):
    """The appointments of people who take part in the case on these sides now."""
    parts = case.participations.live().filter(side__in=sides).select_related("appointment__person", "appointment__body")
    return [part.appointment for part in parts]


def coordinators_of(agency_id):
    """The agency's coordinators with `load`, the number of running cases that they coordinate; the least loaded first."""
    theirs = Q(participations__duty=Duty.COORDINATOR, participations__ended_at=None, participations__case__run__ended_on=None)
    held = Appointment.objects.filter(body_id=agency_id, role="coordinator", until=None).select_related("person")
    return held.annotate(load=Count("participations", filter=theirs)).order_by("load", "person__name")


def received_for(case, sides):
    """The sealed reports that these sides may read: institution and agency all of them, the others the final one."""
    reports = case.reports_received.select_related("submission__sealed_by__person")
    if sides & {Side.INSTITUTION, Side.AGENCY}:
        return reports
    return reports.filter(step="self_assessment_final") if sides else reports.none()


def context_application(case, appointment):
    """The copies of the licence that came with the application."""
    return {"application_documents": list(case.documents.filter(step="application").select_related("document"))}


def context_contract(case, appointment):
    """The contract's place among the documents of the case."""
    return {"contract_document": case.documents.filter(step="contract").first()}


def sides_by_case(appointment, cases):
    """The sides on which `appointment` is, for each of these cases: `{pk: {"agency", …}}`, one query in all."""
    found: dict[int, set[str]] = {case.pk: set() for case in cases}
    live = Participation.objects.live().filter(appointment=appointment, case__in=list(found)).exclude(side="")
    for pk, side in live.values_list("case", "side"):
        found[pk].add(side)
    for case in cases:
        if appointment.role in INSTITUTION_ROLES and appointment.body_id == case.institution_id:
            found[case.pk].add(str(Side.INSTITUTION))
        if appointment.role in AGENCY_WIDE_ROLES and appointment.body_id == case.agency_id:
            found[case.pk].add(str(Side.AGENCY))
    return found
