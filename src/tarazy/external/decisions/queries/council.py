"""Reading conclusions, sessions, votes and decisions."""

from datetime import date
from itertools import chain
from typing import Any

from django.db.models import Q

from tarazy.external.cases.models import Case, CaseDocument, Participation
from tarazy.external.cases.queries import final_report
from tarazy.external.cases.states import Duty
from tarazy.external.decisions.counting import Tally, Voice, count
from tarazy.external.decisions.models import Ballot, Conclusion, Decision, Question
from tarazy.external.experts.models import Expert, Interest
from tarazy.external.reviews.models import Declaration
from tarazy.ground.documents.models import Version
from tarazy.ground.people.models import Appointment
from tarazy.reference.agencies.queries import council_on


def current_question(case: Case) -> Question | None:
    """The case's newest question, open or closed; None before it is on an agenda."""
    return Question.objects.filter(case=case).select_related("session__agency", "decision").order_by("-round", "-pk").first()


def conclusion_of(case: Case) -> Conclusion | None:
    """The newest conclusion, which the council has before it."""
    return Conclusion.objects.filter(case=case).select_related("by__person").order_by("-round").first()


def standing_decision(case: Case) -> Decision | None:
    """The decision that holds; None before one is made and after an appeal has set it aside."""
    return Decision.objects.filter(case=case, set_aside_at=None).select_related("question__session").first()


def tally_of(question: Question, case: Case) -> Tally:
    """The count of a question's ballots by the case's rulebook."""
    rows = Ballot.objects.filter(question=question).values_list("seat_id", "vote", "recused")
    return tally([Voice(*row) for row in rows], case)


def tally(voices: list[Voice], case: Case) -> Tally:
    """The count of these voices by the case's rulebook."""
    values = case.values
    return count(voices, quorum_percent=values["quorum_percent"], majority_percent=values["majority_percent"])


def recusals_for(case: Case, people: list[int], day: date) -> dict[int, str]:
    """Who of `people` (ids) may not decide on this case, with the key of the reason (see `states.RECUSALS`).

    Persons are compared, not appointments: who works at the institution in one appointment and sits on the council in
    another is one person.
    """
    held = Q(since__lte=day) & (Q(until=None) | Q(until__gte=day))
    parts = Participation.objects.filter(case=case)
    found = {
        "coordinated": parts.filter(duty=Duty.COORDINATOR).values_list("appointment__person_id"),
        "panel": _asked_to_sit(case),
        "interest": Interest.objects.filter(held, institution=case.institution_id).values_list("expert__appointment__person_id"),
        "works": _at_work(case, held),
    }
    return {person: key for key, rows in found.items() for (person,) in rows if person in people}


def _asked_to_sit(case: Case) -> Any:
    sat = Participation.objects.filter(case=case, duty__in=[Duty.CHAIR, Duty.EXPERT]).values_list("appointment__person_id")
    conflicted = Declaration.objects.filter(seat__case=case).exclude(conflict="")
    return chain(sat, conflicted.values_list("seat__expert__appointment__person_id"))


def _at_work(case: Case, held: Q) -> Any:
    appointed = Appointment.objects.filter(held, body_id=case.institution_id).values_list("person_id")
    return chain(appointed, Expert.objects.filter(workplace_id=case.institution_id).values_list("appointment__person_id"))


def pack_of(case: Case, *, day: date) -> dict[str, Any]:
    """What the council decides on, frozen: the conclusion, and the marks of report, submission, standards and rulebook."""
    conclusion, submission = conclusion_of(case), final_report(case)
    report = getattr(case, "report", None)
    version = report.document.latest if report and report.document_id else None
    return {
        "conclusion": frozen_conclusion(conclusion, case) if conclusion else {},
        "report": version.sha256 if version else "",
        "submission": submission.seal if submission else "",
        "standards": f"{case.standards.key} {case.standards.version}",
        "rulebook": case.rulebook.version,
        "members": [
            {"seat": seat.pk, "name": seat.appointment.person.name, "group": seat.group, "chair": seat.is_chair}
            for seat in council_on(case.agency, day)
        ],
    }


def frozen_conclusion(conclusion: Conclusion, case: Case) -> dict[str, Any]:
    """The conclusion as it was when the question was put."""
    version = paper(case, "conclusion")
    return {
        "round": conclusion.round,
        "proposes": conclusion.proposes,
        "text": conclusion.text,
        "expert_council": conclusion.expert_council,
        "by": conclusion.by.person.name,
        "at": conclusion.at.isoformat(),
        "sha256": version.sha256 if version else "",
    }


def paper(case: Case, step: str) -> Version | None:
    """The newest version of the newest document that this step brought into the case."""
    row = (
        CaseDocument.objects.filter(case=case, step=step)
        .select_related("document")
        .prefetch_related("document__versions")
        .order_by("-round", "-pk")
        .first()
    )
    return row.document.latest if row else None


def frozen_report(case: Case, question: Question) -> Version | None:
    """The very version of the report that was before the council."""
    report = getattr(case, "report", None)
    if report is None or not report.document_id:
        return None
    return Version.objects.filter(document_id=report.document_id, sha256=question.pack.get("report", "")).first()


def language_of_institution(case: Case, day: date) -> str:
    """The language in which the institution's head reads; Russian where nobody heads it here."""
    heads = Appointment.objects.filter(body_id=case.institution_id, role="institution_head").in_force(day)
    return heads.values_list("person__language", flat=True).order_by("-pk").first() or "ru"
