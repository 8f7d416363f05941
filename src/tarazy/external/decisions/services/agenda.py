"""A case comes before the council: the question is frozen, recusals are applied, the others get their ballot (S4 3.3)."""

from django.db.models import Max
from django.utils.translation import gettext as _

from tarazy.external.cases.services import join, leave
from tarazy.external.cases.states import Duty, Side
from tarazy.external.decisions.models import Ballot, Question, Session
from tarazy.external.decisions.queries import conclusion_of, pack_of, recusals_for
from tarazy.external.decisions.states import RECUSALS
from tarazy.ground.foundation.errors import Refused
from tarazy.reference.agencies.models import Agency
from tarazy.reference.agencies.queries import council_on

VOTE = "council_vote"


def put_on_agenda(act):
    """The secretary puts the case on a coming session, or on a new one; what is judged is frozen in the pack (R251).

    `act.data`: `session` (a `Session`), or `number`, `held_on`, `place` of a new one. Each seat in force on the day of the
    session gets a ballot; who may not decide is recused with the reason and sees nothing, the others join the case.
    Raises `Refused` when the session is over, or when no member may vote.
    """
    case = act.subject
    if conclusion_of(case) is None:
        raise Refused(_("There is no conclusion to put before the council yet."))
    session = _session(act)
    seats = list(council_on(case.agency, session.held_on))
    reasons = {**recusals_for(case, [seat.appointment.person_id for seat in seats], session.held_on), **_own_words(case)}
    if all(seat.appointment.person_id in reasons for seat in seats):
        raise Refused(_("No member of the council may vote on this case. Appoint members who have no interest in it."))
    question = Question.objects.create(
        session=session,
        case=case,
        round=act.round,
        position=(session.questions.aggregate(last=Max("position"))["last"] or 0) + 1,
        pack=pack_of(case, day=session.held_on),
        opened_at=act.now,
    )
    Ballot.objects.bulk_create(_ballot(question, seat, reasons.get(seat.appointment.person_id, ""), act.now) for seat in seats)
    _seat_the_council(case, [seat for seat in seats if seat.appointment.person_id not in reasons], reasons, act.now)
    return question


def _session(act):
    """The chosen session, locked so that positions do not collide, or a new one."""
    agency, chosen = act.subject.agency, act.data.get("session")
    Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    if chosen is None:
        chosen = _new_session(agency, act.data)
    if chosen.agency_id != agency.pk:
        raise Refused(_("Choose a session of your own council."))
    if chosen.held_on < act.today:
        raise Refused(_("This session is over. Choose a coming one, or name the day of a new one."))
    return chosen


def _new_session(agency, data):
    if not data.get("number") or not data.get("held_on"):
        raise Refused(_("Choose a coming session, or give the number and the day of a new one."))
    if Session.objects.filter(agency=agency, number=data["number"]).exists():
        raise Refused(_("There is a session with this number already. Choose it from the list, or give the next number."))
    return Session.objects.create(agency=agency, number=data["number"], held_on=data["held_on"], place=data.get("place", ""))


def _own_words(case):
    """Who stepped aside from this case at an earlier question: their reason still holds."""
    own = Ballot.objects.filter(question__case=case, recused=True).exclude(recusal_reason__in=RECUSALS)
    return dict(own.values_list("seat__appointment__person_id", "recusal_reason"))


def _ballot(question, seat, reason, now):
    return Ballot(question=question, seat=seat, recused=bool(reason), recusal_reason=reason, at=now if reason else None)


def _seat_the_council(case, seats, reasons, now):
    """Exactly these members take part and owe their vote; whoever sat here for an earlier question and may not now leaves."""
    staying = {seat.appointment_id for seat in seats}
    for part in case.participations.live().filter(duty=Duty.COUNCIL_MEMBER).select_related("appointment"):
        if part.appointment_id not in staying:
            leave(part, now=now, why=_("Recused.") if part.appointment.person_id in reasons else _("No longer a member of the council."))
    for seat in seats:
        join(case, seat.appointment, Duty.COUNCIL_MEMBER, side=Side.COUNCIL, now=now, owes=VOTE)
