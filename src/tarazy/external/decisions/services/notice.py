"""The institution and the panel are told the decision (S4 3.4)."""

from django.utils.translation import gettext as _

from tarazy.external.cases.services import attach
from tarazy.external.cases.states import Side
from tarazy.external.decisions.letters import notice_letter
from tarazy.external.decisions.queries import language_of_institution, standing_decision
from tarazy.ground.documents.services import store_bytes
from tarazy.ground.documents.typeset import typeset
from tarazy.ground.foundation.calendar import add_working_days
from tarazy.ground.foundation.errors import Refused

# The panel learns the outcome on the page of the decision; the letter with its grounds is the institution's (R252).
READERS = (Side.INSTITUTION, Side.AGENCY, Side.COUNCIL, Side.APPEALS)


def give_notice(act):
    """A letter in the institution's language: outcome, grounds, term, the right of appeal and until when (R252, R253)."""
    case = act.subject
    decision = standing_decision(case)
    if decision is None:
        raise Refused(_("There is no decision to tell of yet."))
    language = language_of_institution(case, act.today)
    appeal_until = add_working_days(act.today, case.values["appeal_days"])
    letter = notice_letter(decision, language=language, today=act.today, appeal_until=appeal_until)
    version = store_bytes(
        typeset("documents/letter.typ", letter, language=language),
        name=f"decision-{case.number}-{act.round}.pdf",
        title=letter["title"],
        by=act.by,
        now=act.now,
        language=language,
    )
    decision.told_at, decision.notice = act.now, version.document
    decision.save(update_fields=["told_at", "notice"])
    attach(case, version, step=act.step, round=act.round, sides=READERS)
