"""What the page of a question shows: the pack, the agenda, the council, like cases. Votes only after the ballot closed."""

from types import SimpleNamespace
from typing import Any

from tarazy.external.cases.models import AGENCY_WIDE_ROLES, Case
from tarazy.external.cases.queries import final_report
from tarazy.external.decisions.counting import Voice, share
from tarazy.external.decisions.models import Ballot, Decision, Question, Session
from tarazy.external.decisions.queries.council import tally
from tarazy.external.decisions.queries.hemicycle import places
from tarazy.external.decisions.states import Part
from tarazy.external.decisions.wording import GROUPS, count_facts, outcome_with_term
from tarazy.external.reviews.models import Judgement
from tarazy.external.reviews.queries.report import scale_of

# Who reads agendas: the council and those who work for it.
COUNCIL_ROLES = (*AGENCY_WIDE_ROLES, "council_member")
PRECEDENTS = 6
# From the third level of a scale downwards a standard is not fully met.
FULLY_MET = 2


def members_of(question: Question, reader: Any) -> list[Any]:
    """A row for each seat: its number, the ballot, its place in the picture; votes and notes only when closed."""
    ballots = list(question.ballots.with_members())
    spots = places(len(ballots))
    return [
        SimpleNamespace(
            number=number,
            ballot=ballot,
            person=ballot.seat.appointment.person,
            group=GROUPS[ballot.seat.group],
            is_chair=ballot.seat.is_chair,
            part=ballot.part,
            said=Part(ballot.part).label,
            you=reader is not None and ballot.seat.appointment_id == reader.pk,
            vote="" if question.is_open else ballot.vote and ballot.get_vote_display(),
            note="" if question.is_open else ballot.note,
            spot=spot,
        )
        for number, (ballot, spot) in enumerate(zip(ballots, spots, strict=True), 1)
    ]


def count_shown(question: Question, case: Case, rows: list[Any]) -> Any:
    """Quorum and majority as they stand: how many took part always, who got what only when the ballot has closed."""
    voices = [Voice(row.ballot.seat_id, row.ballot.vote, row.ballot.recused) for row in rows]
    counted = tally(voices, case)
    absent = sum(row.part == Part.ABSENT for row in rows)
    may_vote = counted.members - counted.recused
    shown = SimpleNamespace(
        members=counted.members,
        may_vote=may_vote,
        voted=counted.present,
        expected=may_vote - absent,
        quorum=counted.quorum,
        has_quorum=counted.has_quorum,
        majority=share(may_vote - absent, case.values["majority_percent"]),
        outcome="",
        facts=[],
    )
    if not question.is_open:
        shown.majority, shown.facts = counted.majority, count_facts(counted.as_dict())
        shown.outcome = counted.outcome and outcome_with_term(case, counted.outcome)
    return shown


def agenda_of(session: Session, reader: Any) -> list[Any]:
    """The session's questions in order; one that the reader may not see is named without a way in."""
    questions = list(session.questions.select_related("case__institution", "decision"))
    seen = set(Case.objects.visible_to(reader).filter(questions__session=session).values_list("pk", flat=True))
    own = dict(reader_ballots(session, reader))
    return [_agenda_row(question, question.case_id in seen, own.get(question.pk)) for question in questions]


def reader_ballots(session: Session, reader: Any) -> list[tuple[int, Any]]:
    """The reader's own ballots at the session, by question."""
    return [(ballot.question_id, ballot) for ballot in Ballot.objects.filter(question__session=session, seat__appointment=reader)]


def _agenda_row(question: Question, seen: bool, own: Any) -> Any:
    if own is not None and own.recused:
        state = "lock"
    elif not question.is_open:
        state = "done"
    else:
        state = "mine" if own is not None and own.part == Part.WAITING else "later"
    return SimpleNamespace(question=question, case=question.case, seen=seen, state=state, recused=own is not None and own.recused)


def judgement_table(case: Case) -> list[Any]:
    """The panel's judgements from best to worst: each level with the standards judged so."""
    judged = Judgement.objects.filter(report__case=case).exclude(level="").select_related("standard")
    by_level: dict[str, list[Any]] = {}
    for judgement in judged:
        by_level.setdefault(judgement.level, []).append(judgement.standard)
    scale = scale_of(case)
    return (
        [SimpleNamespace(name=level.name, blocks=level.blocks, of=len(scale), standards=by_level.get(level.key, [])) for level in scale]
        if by_level
        else []
    )


def precedents_of(case: Case) -> list[Any]:
    """How this council decided on organisations of the same level: its newest decisions that the institutions know of."""
    decisions = list(
        Decision.objects.filter(
            case__agency=case.agency_id, case__institution__level=case.institution.level, told_at__isnull=False, set_aside_at=None
        )
        .exclude(case=case)
        .select_related("case__rulebook", "question")
        .order_by("-decided_on", "-pk")[:PRECEDENTS]
    )
    low = _not_fully_met([decision.case for decision in decisions])
    return [
        SimpleNamespace(
            number=decision.case.number,
            low=low.get(decision.case_id, []),
            proposed=outcome_with_term(decision.case, decision.question.pack["conclusion"]["proposes"]),
            decided=outcome_with_term(decision.case, decision.outcome),
            differs=decision.differs,
            votes=" : ".join(map(str, sorted(decision.tally["votes"].values(), reverse=True))),
        )
        for decision in decisions
    ]


def _not_fully_met(cases: list[Case]) -> dict[int, list[str]]:
    """For each case the numbers of the standards that its panel judged on the lower half of the scale."""
    lower = {case.pk: {entry["key"] for entry in case.values["scale"][FULLY_MET:]} for case in cases}
    judged = Judgement.objects.filter(report__case__in=lower).select_related("standard", "report")
    found: dict[int, list[str]] = {}
    for judgement in judged:
        if judgement.level in lower[judgement.report.case_id]:
            found.setdefault(judgement.report.case_id, []).append(judgement.standard.number)
    return found


def papers_of(case: Case) -> dict[str, Any]:
    """What lies in the pack: the papers by step, the summary of the presentation, the sealed report."""
    rows = case.documents.filter(step__in=("conclusion", "presentation")).select_related("document").order_by("pk")
    record = case.records.filter(step="presentation").order_by("-round").first()
    return {
        **{row.step: row.document for row in rows},
        "summary": record.data.get("summary", "") if record else "",
        "submission": final_report(case),
    }
