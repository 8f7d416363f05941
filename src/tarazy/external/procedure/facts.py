"""What is true of a case: where a step applies, and on which day it is due.

A fact gives True, or the sentence why the step is left out.
"""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.states import Kind
from tarazy.external.monitoring.queries import is_withdrawn, report_asked_for
from tarazy.ground.foundation.calendar import add_months
from tarazy.reference.agencies.rulebook import defaults

NOT_STATE_OWNED = _("The organisation is not state-owned, so no public procurement is needed.")
KNOWN_ALREADY = _("The agency has worked with the organisation before.")
NOT_INSTITUTIONAL = _("Foreseen for institutional accreditation only.")
NO_CHALLENGE = _("Nobody asked for another expert.")
NOTHING_INACCURATE = _("The institution named no inaccuracy.")
NO_APPEAL = _("The institution did not appeal.")
REFUSED = _("The decision is not positive.")
WITHDRAWN = _("The accreditation was withdrawn.")


def is_state_owned(case):
    """Only state-owned organisations buy through public procurement (S4 1.2, R234)."""
    return case.institution.is_state_owned or NOT_STATE_OWNED


def agency_is_new_to_it(case):
    """The agency works with the organisation for the first time (S4 1.3, R235)."""
    return case.is_first_time or KNOWN_ALREADY


def is_institutional(case):
    """The preliminary audit belongs to institutional accreditation (S4 1.8, R240)."""
    return case.kind == Kind.INSTITUTIONAL or NOT_INSTITUTIONAL


def challenge_is_pending(case):
    """The institution challenged an expert and nobody has ruled yet (R243)."""
    return case.seats.filter(challenges__ruling="pending").exists() or NO_CHALLENGE


def inaccuracies_are_named(case):
    """The institution named inaccuracies that the panel has to answer (R248)."""
    return case.factual_items.filter(answer="pending").exists() or NOTHING_INACCURATE


def appeal_is_pending(case):
    """The institution appealed the standing decision (R253)."""
    return case.decisions.filter(set_aside_at=None, appeal__ruling="pending").exists() or NO_APPEAL


def decision_is_positive(case):
    """The standing decision accredits, with or without conditions."""
    return case.decisions.filter(set_aside_at=None).exclude(outcome="refused").exists() or REFUSED


def accreditation_stands(case):
    """The decision is positive and the certificate was not withdrawn."""
    return WITHDRAWN if is_withdrawn(case) else decision_is_positive(case)


def materials_due(case):
    """Several weeks before the visit: as many days as the rulebook says (R244)."""
    if case.visit_first_day is None:
        return None
    return case.visit_first_day - timedelta(days=case.values["materials_days_before_visit"])


def visit_ends(case):
    """The last day of the visit (R246)."""
    return case.visit_last_day


def interim_report_due(case):
    """The day of the next interim report that is owed; one asked for besides, the rulebook's days after that (R257)."""
    duty = report_asked_for(case)
    return duty.due_on if duty else None


def renewal_due(case):
    """So many months before the term ends as the rulebook says; None when there is no term."""
    until = case.decisions.filter(set_aside_at=None).values_list("valid_until", flat=True).first()
    return add_months(until, -case.values["renewal_months_before"]) if until else None


# What a day follows from where no number of days is counted from the opening of the step; the numbers are the rulebook's.
FOLLOWS_FROM = {
    materials_due: _("At least %(materials_days_before_visit)s days before the first day of the visit."),
    visit_ends: _("By the last day of the visit, which takes %(visit_days)s working days in a row."),
    renewal_due: _("%(renewal_months_before)s months before the accreditation ends."),
}


def follows_from(step, values):
    """What the last day of this step follows from, as a whole sentence; "" where it does not, or the numbers are unknown."""
    sentence = FOLLOWS_FROM.get(step.due)
    return str(sentence) % {**defaults(), **values} if sentence and values else ""
