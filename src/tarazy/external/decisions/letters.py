"""What the conclusion, the minutes and the notice say, as data for the typeset letter, in one language each."""

from datetime import date
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from tarazy.external.decisions.models import Ballot, Conclusion, Decision
from tarazy.external.decisions.states import Part
from tarazy.external.decisions.wording import count_facts, outcome_with_term
from tarazy.ground.ui.dates import day


def conclusion_letter(conclusion: Conclusion, *, language: str, today: date) -> dict[str, Any]:
    """The conclusion for the council: what is proposed, why, what the expert council advised (R250)."""
    case = conclusion.case
    with translation.override(language):
        advice = (
            [{"heading": _("Advice of the expert council"), "paragraphs": paragraphs(conclusion.expert_council)}]
            if conclusion.expert_council
            else []
        )
        return {
            **_head(case, _("Conclusion on the accreditation"), today),
            "addressee": _("To the Accreditation Council"),
            "blocks": [
                {"facts": [*_subject(case), [_("Proposed"), outcome_with_term(case, conclusion.proposes)]]},
                {"heading": _("Reasons"), "paragraphs": paragraphs(conclusion.text)},
                *advice,
            ],
            "signatures": [_signature(conclusion.by)],
        }


def minutes_letter(decision: Decision, *, language: str) -> dict[str, Any]:
    """The minutes: who was there, who was recused and why, each vote by name, the count, the decision and its grounds (R251)."""
    question, case = decision.question, decision.case
    ballots = list(question.ballots.with_members())
    with translation.override(language):
        chair = next((ballot for ballot in ballots if ballot.seat.is_chair and not ballot.recused), None)
        return {
            **_head(case, _("Minutes of the Accreditation Council"), question.session.held_on),
            "number": f"{question.session.number}/{question.position}",
            "place": question.session.place,
            "blocks": [
                {"facts": _subject(case)},
                {
                    "heading": _("Votes by name"),
                    "table": {"head": [_("Member"), _("Vote"), _("Reason or opinion")], "rows": [_row(ballot) for ballot in ballots]},
                },
                {"heading": _("Count"), "facts": count_facts(decision.tally)},
                {"heading": _("Decision"), "facts": _decided(decision)},
                *_grounds(decision),
            ],
            "signatures": [*([_signature(chair.seat.appointment)] if chair else []), _signature(decision.signed_by)],
        }


def notice_letter(decision: Decision, *, language: str, today: date, appeal_until: date) -> dict[str, Any]:
    """The notice to the institution: outcome, term, grounds, the right of appeal and until when (R252, R253)."""
    case = decision.case
    with translation.override(language):
        again = [{"paragraphs": [_("This decision replaces the one that was set aside on appeal.")]}] if decision.replaces_id else []
        return {
            **_head(case, _("Notice of the decision on accreditation"), today),
            "addressee": case.institution.name.said_in(language)[0],
            "blocks": [
                {"facts": [*_subject(case), *_decided(decision)]},
                *again,
                *_grounds(decision),
                {"heading": _("Right of appeal"), "paragraphs": [_right_of_appeal(appeal_until)]},
            ],
            "signatures": [_signature(decision.signed_by)],
        }


def paragraphs(text: str) -> list[str]:
    """The paragraphs of what somebody typed."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _head(case, title, on):
    return {"title": title, "number": case.number, "date": on, "sender": case.agency.name, "demo": case.is_demonstration}


def _subject(case):
    programmes = [str(programme) for programme in case.programmes.all()]
    rows = [[_("Institution"), case.institution.name], [_("Subject"), case.get_kind_display()], [_("Standards"), case.standards.title]]
    return [*rows, [_("Programmes"), "; ".join(programmes)]] if programmes else rows


def _decided(decision):
    rows = [[_("Decision"), decision.get_outcome_display()], [_("Decided on"), decision.decided_on]]
    if decision.valid_until:
        rows += [[_("Valid from"), decision.valid_from], [_("Valid until"), decision.valid_until]]
    return rows


def _grounds(decision):
    return [{"heading": _("Grounds"), "paragraphs": paragraphs(decision.grounds)}] if decision.grounds else []


def _right_of_appeal(until):
    words = _(
        "You may appeal this decision, with your grounds, until %(day)s. Other people decide on an appeal, and nothing is published before."
    )
    return words % {"day": day(until)}


def _row(ballot: Ballot):
    said = ballot.get_vote_display() if ballot.part == Part.VOTED else Part(ballot.part).label
    return [ballot.seat.appointment.person.name, str(said), ballot.reason_said if ballot.recused else ballot.note]


def _signature(appointment):
    return {"name": appointment.person.name, "post": appointment.role_name, "note": ""}
