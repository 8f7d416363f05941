"""Named votes, recusals, absences. Every member acts for themselves; only an absence is noted by the secretary."""

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.external.cases.models import Case
from tarazy.external.cases.rules import is_secretary
from tarazy.external.cases.services import leave, paid
from tarazy.external.cases.states import Duty, Side
from tarazy.external.decisions.models import Question
from tarazy.external.decisions.states import Outcome, Part
from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.ground.journal.services import write


def record_ballot(act):
    """A member votes or steps aside, or the secretary notes a member's absence (S4 3.3, R251, R226).

    `act.data`: for "vote" `vote` (a key of `Outcome`) and `note`; for "recuse" `reason`; for "absent" `member`, the
    `Ballot` of the member who is not there. The last act closes the question: from then on votes are shown, not changed.
    """
    question = _locked_question(act.subject)
    if act.outcome == "absent":
        _note_absence(question, by=act.by, member=act.data.get("member"), now=act.now)
    else:
        _act_for_oneself(question, by=act.by, outcome=act.outcome, data=act.data, now=act.now)
    if not question.ballots.waiting().exists():
        question.closed_at = act.now
        question.save(update_fields=["closed_at"])


@transaction.atomic
def change_ballot(case, *, by, outcome, data, now):
    """A member who has voted, or came late, votes anew or steps aside while the question is open.

    `outcome` is "vote" or "recuse", `data` as for `record_ballot`. Raises `Stale` once the question has closed, `NotYours`
    for anybody without a ballot of their own. The journal says that the vote was changed, never what it was.
    """
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    question = _locked_question(case)
    ballot = _own_ballot(question, by)
    if ballot.part == Part.WAITING:
        raise Refused(_("You have not voted yet: cast your vote first."))
    _act_for_oneself(question, by=by, outcome=outcome, data=data, now=now)
    verb = "decisions.member_stepped_aside" if outcome == "recuse" else "decisions.vote_changed"
    write(subject=case.journal_name, verb=verb, by=by, now=now, audience=[Side.AGENCY, Side.COUNCIL])


def _locked_question(case):
    question = Question.objects.select_for_update(of=("self",)).filter(case=case).order_by("-round", "-pk").first()
    if question is None or not question.is_open:
        raise Stale(_("The ballot has closed; votes can no longer be cast or changed."))
    return question


def _own_ballot(question, by):
    ballot = question.ballots.filter(seat__appointment=by, recused=False).first()
    if ballot is None:
        raise NotYours(_("You have no vote on this case."))
    return ballot


def _act_for_oneself(question, *, by, outcome, data, now):
    ballot = _own_ballot(question, by)
    part = question.case.participations.live().get(appointment=by, duty=Duty.COUNCIL_MEMBER)
    if outcome == "recuse":
        _step_aside(ballot, part, reason=data.get("reason", ""), now=now)
    else:
        _vote(ballot, vote=data.get("vote", ""), note=data.get("note", ""), now=now)
        paid(part)


def _vote(ballot, *, vote, note, now):
    if vote not in Outcome.values:
        raise Refused(_("Choose the outcome that you vote for."))
    ballot.vote, ballot.note, ballot.at = vote, note, now
    ballot.save(update_fields=["vote", "note", "at"])


def _step_aside(ballot, part, *, reason, now):
    if not reason.strip():
        raise Refused(_("Say what connects you with the case; the minutes name it."))
    ballot.recused, ballot.recusal_reason, ballot.vote, ballot.note, ballot.at = True, reason[:300], "", "", now
    ballot.save(update_fields=["recused", "recusal_reason", "vote", "note", "at"])
    leave(part, now=now, why=_("Recused."))


def _note_absence(question, *, by, member, now):
    if not is_secretary.holds(by, question.case):
        raise NotYours(_("Only the secretary of the council notes an absence."))
    if member is None or member.question_id != question.pk:
        raise Refused(_("Choose the member who is absent."))
    ballot = question.ballots.waiting().filter(pk=member.pk).select_related("seat").first()
    if ballot is None:
        raise Refused(_("This member has voted or stepped aside meanwhile."))
    ballot.at = now
    ballot.save(update_fields=["at"])
    for part in question.case.participations.live().filter(appointment=ballot.seat.appointment_id, duty=Duty.COUNCIL_MEMBER):
        paid(part)
