"""What the pages of this room's steps show above their forms."""

from tarazy.external.cases.rules import sides_of
from tarazy.external.cases.states import Side
from tarazy.external.decisions.queries.council import conclusion_of, current_question, recusals_for, standing_decision, tally_of
from tarazy.external.decisions.queries.question import judgement_table
from tarazy.external.decisions.states import recusal_said
from tarazy.external.decisions.wording import count_facts, outcome_with_term
from tarazy.ground.foundation import clock
from tarazy.reference.agencies.queries import council_on

INSIDE = frozenset({Side.AGENCY, Side.COUNCIL, Side.APPEALS})


def context_conclusion(case, appointment):
    """The judgements that the conclusion weighs."""
    return {"judgements": judgement_table(case)}


def context_council_agenda(case, appointment):
    """What is proposed, and who of today's council will be recused."""
    day = clock.today()
    seats = list(council_on(case.agency, day))
    reasons = recusals_for(case, [seat.appointment.person_id for seat in seats], day)
    people = [
        (seat.appointment.person.name, recusal_said(reasons[seat.appointment.person_id]))
        for seat in seats
        if seat.appointment.person_id in reasons
    ]
    return {"conclusion": conclusion_of(case), "recusals": people, "members": len(seats)}


def context_council_vote(case, appointment):
    """The question and how far the ballot is."""
    question = current_question(case)
    if question is None:
        return {"question": None}
    ballots = question.ballots
    return {"question": question, "waiting": ballots.waiting().count(), "members": ballots.count()}


def context_council_decision(case, appointment):
    """The count of a closed ballot, what follows from it, and whether it differs from what was proposed."""
    question = current_question(case)
    if question is None or question.is_open:
        return {"question": question}
    counted = tally_of(question, case)
    proposed = question.pack["conclusion"]["proposes"]
    return {
        "question": question,
        "count": count_facts(counted.as_dict()),
        "outcome": outcome_with_term(case, counted.outcome) if counted.outcome and counted.has_quorum else "",
        "proposed": outcome_with_term(case, proposed),
        "differs": bool(counted.outcome) and counted.outcome != proposed,
    }


def context_notice(case, appointment):
    """The decision that is told: its outcome and term; to the institution and the panel only once they were told."""
    decision = standing_decision(case)
    if decision and decision.told_at is None and not INSIDE & sides_of(appointment, case):
        decision = None
    return {"decision": decision, "outcome": outcome_with_term(case, decision.outcome) if decision else ""}
