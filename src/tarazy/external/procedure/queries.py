"""Reading cases for lists and pages: whatever the number of rows, the same number of queries."""

from django.db.models import Prefetch, Q

from tarazy.external.cases.models import Case
from tarazy.external.cases.states import Duty, Side
from tarazy.ground.foundation.fields import plain
from tarazy.ground.workflow.models import StepState
from tarazy.ground.workflow.queries import inbox
from tarazy.ground.workflow.states import StepStatus
from tarazy.reference.agencies.models import Agency
from tarazy.reference.agencies.queries import rulebook_in_force
from tarazy.reference.institutions.models import Level


def case_in_full(appointment):
    """The visible cases with what the case page shows of them."""
    return (
        Case.objects.visible_to(appointment)
        .select_related("institution__region", "agency", "rulebook", "run", "standards", "contract")
        .prefetch_related("run__steps", "programmes")
    )


def case_lines(appointment, asked):
    """The visible cases for a list, newest first, narrowed by what was asked: `q`, `level`, `move` ("mine").

    Each has `run.open_steps`, its open rows, the most urgent first. Unknown values are ignored.
    """
    cases = Case.objects.visible_to(appointment).select_related("institution__region", "run")
    words = plain(asked.get("q", "")).split()
    for word in words:
        cases = cases.filter(Q(institution__search__contains=word) | Q(number__contains=word))
    if asked.get("level") in Level.values:
        cases = cases.filter(institution__level=asked["level"])
    if asked.get("move") == "mine":
        cases = cases.filter(run__in=inbox(appointment).order_by().values("run"))
    rows = StepState.objects.filter(state=StepStatus.OPEN).order_by("due_on", "pk")
    return cases.prefetch_related(Prefetch("run__steps", queryset=rows, to_attr="open_steps"))


def documents_for(case, sides):
    """The documents of the case that these sides may read, newest first, with their versions."""
    readable = case.documents.readable_by(sides).select_related("document")
    return readable.prefetch_related("document__versions").order_by("-pk")


def people_for(case, sides):
    """Who takes part, as far as these sides may know: nobody but the agency sees the panel before it is announced."""
    parts = case.participations.live().select_related("appointment__person", "appointment__body")
    if Side.AGENCY in sides:
        return parts
    known = [Duty.COORDINATOR]
    if Side.PANEL in sides or (Side.INSTITUTION in sides and panel_is_announced(case)):
        known += [Duty.CHAIR, Duty.EXPERT]
    if sides & {Side.COUNCIL, Side.APPEALS}:
        known += [Duty.CHAIR, Duty.EXPERT, Duty.COUNCIL_MEMBER]
    return parts.filter(duty__in=known)


def panel_is_announced(case):
    """Whether the institution has been told who sits on the panel (R243); uses the steps already read, if they were."""
    return any(row.key == "panel_announced" and row.state == StepStatus.DONE for row in case.run.steps.all())


def published_values(acronym, day):
    """The rulebook values of the agency with this acronym, else of the first one; none where there is no agency."""
    agency = Agency.objects.filter(acronym=acronym or "").first() or Agency.objects.order_by("pk").first()
    return rulebook_in_force(agency, day).values if agency else {}


def line_of(case, mine, today):
    """One line of a list: the case's most urgent open step, the reader's own first; `mine` holds (run, step key) pairs."""
    rows = sorted(case.run.open_steps, key=lambda row: (case.run_id, row.key) not in mine)
    row = rows[0] if rows and case.run.ended_on is None else None
    step = case.run.plan.steps[row.key] if row else None
    stages = case.run.plan.stages if step else ()
    return {
        "number": case.number,
        "institution": case.institution.name,
        "step": step.title if step else "",
        "who": step.by.name if step else "",
        "state": "mine" if row and (case.run_id, row.key) in mine else "theirs",
        "due": row.due_on if row else None,
        "late": bool(row and row.due_on and row.due_on < today),
        "stage": next((number for number, stage in enumerate(stages, start=1) if step in stage.steps), None),
    }
