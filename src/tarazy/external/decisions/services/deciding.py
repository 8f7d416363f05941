"""The decision is recorded: the count is computed, the outcome follows from it, the minutes are typeset (S4 3.3)."""

from django.utils import timezone
from django.utils.translation import gettext as _

from tarazy.external.cases.services import attach, keep_record
from tarazy.external.decisions.letters import minutes_letter
from tarazy.external.decisions.models import Decision, Question
from tarazy.external.decisions.queries import tally_of
from tarazy.external.decisions.services.conclusions import INSIDE
from tarazy.external.decisions.wording import term_years
from tarazy.ground.documents.services import store_bytes
from tarazy.ground.documents.typeset import typeset
from tarazy.ground.foundation.calendar import add_months
from tarazy.ground.foundation.errors import Refused

MONTHS = 12


def record_decision(act):
    """The secretary records what the council decided, or that it decided nothing (R251, R226).

    The outcome is the one behind which the majority stands; nobody chooses it here. `act.data`: `grounds`, needed where
    the outcome differs from the conclusion. The term is the rulebook's, from the day of the decision. "adjourn" closes
    the question without a decision; its reason is kept as a record.
    """
    question = (
        Question.objects.select_for_update(of=("self",))
        .select_related("session")
        .filter(case=act.subject)
        .order_by("-round", "-pk")
        .first()
    )
    if question is None:
        raise Refused(_("The case is not on the agenda of the council yet."))
    if question.is_open:
        question.closed_at = act.now
        question.save(update_fields=["closed_at"])
    if act.outcome == "adjourn":
        keep_record(act, sides=INSIDE)
        return
    _keep_minutes(_decide(act, question), act)


def _decide(act, question):
    case, grounds = act.subject, act.data.get("grounds", "").strip()
    counted = tally_of(question, case)
    if not counted.has_quorum or not counted.outcome:
        raise Refused(_("No outcome has the majority of the votes. Take the case to another session."))
    if question.session.held_on > act.today:
        raise Refused(_("The session has not taken place yet. Record the decision on its day, or later."))
    differs = counted.outcome != question.pack["conclusion"]["proposes"]
    if differs and not grounds:
        raise Refused(_("The decision differs from the conclusion: write down the grounds of the council."))
    decided_on = max(question.session.held_on, timezone.localdate(question.closed_at))
    years = term_years(case, counted.outcome)
    return Decision.objects.create(
        case=case,
        question=question,
        outcome=counted.outcome,
        differs=differs,
        grounds=grounds,
        decided_on=decided_on,
        valid_from=decided_on if years else None,
        valid_until=add_months(decided_on, years * MONTHS) if years else None,
        tally=counted.as_dict(),
        replaces=case.decisions.filter(set_aside_at__isnull=False, replaced_by=None).order_by("-pk").first(),
        signed_by=act.by,
    )


def _keep_minutes(decision, act):
    case, language = act.subject, act.by.person.language
    letter = minutes_letter(decision, language=language)
    version = store_bytes(
        typeset("documents/letter.typ", letter, language=language),
        name=f"minutes-{case.number}-{decision.question.round}.pdf",
        title=letter["title"],
        by=act.by,
        now=act.now,
        language=language,
    )
    decision.minutes = version.document
    decision.save(update_fields=["minutes"])
    attach(case, version, step=act.step, round=act.round, sides=INSIDE)
