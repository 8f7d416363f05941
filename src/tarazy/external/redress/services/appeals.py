"""An appeal of the decision, and the ruling by other people (S4 3.5)."""

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.external.cases.models import Case
from tarazy.external.cases.services import attach, join
from tarazy.external.cases.states import Duty, Side
from tarazy.external.decisions.queries import standing_decision
from tarazy.external.redress.models import Appeal
from tarazy.external.redress.queries import commission_for, pending_appeal
from tarazy.ground.documents.services import store
from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.journal.services import write

READERS = (Side.INSTITUTION, Side.AGENCY, Side.COUNCIL, Side.APPEALS)


def record_appeal(act):
    """The institution appeals the standing decision, or does not; with no word until the window closes it does not (R253).

    `act.data` for "appeal": `grounds`, `evidence` (a file or None). The agency's appeals members who had no hand in the
    case and no interest in it join it. Where there is none the appeal stands all the same: the head of the agency
    appoints a commission (`appoint_commission`), and nothing is published before the ruling.
    """
    if act.outcome != "appeal":
        return
    case, grounds = act.subject, act.data.get("grounds", "").strip()
    decision = standing_decision(case)
    if decision is None:
        raise Refused(_("There is no decision that could be appealed."))
    if not grounds:
        raise Refused(_("Write down the grounds of your appeal."))
    Appeal.objects.create(decision=decision, grounds=grounds, evidence=_kept(act), filed_by=act.by, filed_at=act.now)
    for member in commission_for(case, act.today):
        join(case, member, Duty.APPEALS_MEMBER, side=Side.APPEALS, now=act.now)


def _kept(act):
    file = act.data.get("evidence")
    if not file:
        return None
    version = store(file, title=_("Evidence for the appeal"), by=act.by, now=act.now)
    attach(act.subject, version, step=act.step, round=act.round, sides=READERS)
    return version.document


@transaction.atomic
def appoint_commission(case, *, by, members, now, today):
    """The head of the agency lets these appeals members rule on the pending appeal.

    Raises `NotYours` for anybody else, `Refused` when no appeal is pending or when a member had a hand in the case.
    """
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if by.role != "agency_head" or by.body_id != case.agency_id:
        raise NotYours(_("The head of the agency appoints the appeals commission."))
    if pending_appeal(case) is None:
        raise Refused(_("No appeal waits for a ruling."))
    allowed = {member.pk for member in commission_for(case, today)}
    if not members or any(member.pk not in allowed for member in members):
        raise Refused(_("Choose appeals members who had no part in the case and have no interest in it."))
    for member in members:
        join(case, member, Duty.APPEALS_MEMBER, side=Side.APPEALS, now=now)
    write(subject=case.journal_name, verb="redress.commission_appointed", by=by, now=now, audience=READERS)


def rule_on_appeal(act):
    """Other people dismiss the appeal, or uphold it: the decision is set aside and the council decides again (R253, R178).

    `act.data`: `grounds`. Judged again here: whoever has come to have an interest in the institution may not rule.
    """
    case, grounds = act.subject, act.data.get("grounds", "").strip()
    appeal = pending_appeal(case)
    if appeal is None:
        raise Refused(_("No appeal waits for a ruling."))
    if act.by.pk not in {member.pk for member in commission_for(case, act.today)}:
        raise NotYours(_("You had a part in this case or have an interest in it: another member of the commission has to rule."))
    if not grounds:
        raise Refused(_("Write down the grounds of the ruling; the institution reads them."))
    upheld = act.outcome == "uphold"
    appeal.ruling = Appeal.Ruling.UPHELD if upheld else Appeal.Ruling.DISMISSED
    appeal.ruling_grounds, appeal.ruled_by, appeal.ruled_at = grounds, act.by, act.now
    appeal.save(update_fields=["ruling", "ruling_grounds", "ruled_by", "ruled_at"])
    if upheld:
        appeal.decision.set_aside_at = act.now
        appeal.decision.save(update_fields=["set_aside_at"])
