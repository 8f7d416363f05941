"""What must hold before a vote ends or a decision is recorded. Each refusal is a sentence."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tarazy.external.decisions.models import Ballot
from tarazy.external.decisions.queries import current_question, tally_of
from tarazy.ground.foundation.errors import Refusal


def everyone_present_has_voted(case, today):
    """Each member has voted, stepped aside, or was noted as absent (S4 3.3, R251)."""
    question = current_question(case)
    waiting = Ballot.objects.filter(question=question).waiting().count() if question else 0
    if question and not waiting:
        return None
    if question is None:
        return Refusal(_("The case is not on the agenda of the council yet."), _page(case))
    sentence = ngettext(
        "%(count)s member of the council has not voted yet.", "%(count)s members of the council have not voted yet.", waiting
    )
    return Refusal(sentence % {"count": waiting}, _page(case))


def quorum_is_reached(case, today):
    """Enough of the members who are not recused took part, by the rulebook (S4 3.3, R251)."""
    counted = _tally(case)
    if counted is not None and counted.has_quorum:
        return None
    if counted is None:
        return Refusal(_("The case is not on the agenda of the council yet."), _page(case))
    sentence = _("There is no quorum: votes needed %(needed)s, votes cast %(cast)s. Take the case to another session.")
    return Refusal(sentence % {"needed": counted.quorum, "cast": counted.present}, _page(case))


def majority_stands_behind_one_outcome(case, today):
    """One outcome has the rulebook's majority of the votes cast; a tie is none (S4 3.3, R251)."""
    counted = _tally(case)
    if counted is not None and counted.outcome:
        return None
    return Refusal(_("No outcome has the majority of the votes. Take the case to another session."), _page(case))


def _tally(case):
    question = current_question(case)
    return tally_of(question, case) if question else None


def _page(case):
    return reverse("decisions:question", args=[case.number])
