"""What is true of a case: where a step applies, and on which day it is due.

A fact gives True, or the key of a reason in `REASONS` why the step is left out; the key is stored, the sentence shown.
"""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.states import Kind
from tarazy.ground.foundation.calendar import add_months

REASONS = {
    "optional": _("The agency’s rulebook leaves this step out."),
    "not_state_owned": _("The organisation is not state-owned, so no public procurement is needed."),
    "known_already": _("The agency has worked with the organisation before."),
    "not_institutional": _("Foreseen for institutional accreditation only."),
    "no_challenge": _("Nobody asked for another expert."),
    "nothing_inaccurate": _("The institution named no inaccuracy."),
    "no_appeal": _("The institution did not appeal."),
    "refused": _("The decision is not positive."),
    "withdrawn": _("The accreditation was withdrawn."),
}


def is_state_owned(case):
    """Only state-owned organisations buy through public procurement (S4 1.2, R234)."""
    return case.institution.is_state_owned or "not_state_owned"


def agency_is_new_to_it(case):
    """The agency works with the organisation for the first time (S4 1.3, R235)."""
    return case.is_first_time or "known_already"


def is_institutional(case):
    """The preliminary audit belongs to institutional accreditation (S4 1.8, R240)."""
    return case.kind == Kind.INSTITUTIONAL or "not_institutional"


def challenge_is_pending(case):
    """The institution challenged an expert and nobody has ruled yet (R243)."""
    return case.seats.filter(challenges__ruling="pending").exists() or "no_challenge"


def inaccuracies_are_named(case):
    """The institution named inaccuracies that the panel has to answer (R248)."""
    return case.factual_items.filter(answer="pending").exists() or "nothing_inaccurate"


def appeal_is_pending(case):
    """The institution appealed the standing decision (R253)."""
    return case.decisions.filter(set_aside_at=None, appeal__ruling="pending").exists() or "no_appeal"


def decision_is_positive(case):
    """The standing decision accredits, with or without conditions."""
    return case.decisions.filter(set_aside_at=None).exclude(outcome="refused").exists() or "refused"


def accreditation_stands(case):
    """The decision is positive and the certificate was not withdrawn."""
    if case.decisions.filter(set_aside_at=None, certificate__changes__kind="withdrawn").exists():
        return "withdrawn"
    return decision_is_positive(case)


def materials_due(case):
    """Several weeks before the visit: as many days as the rulebook says (R244)."""
    if case.visit_first_day is None:
        return None
    return case.visit_first_day - timedelta(days=case.values["materials_days_before_visit"])


def visit_ends(case):
    """The last day of the visit (R246)."""
    return case.visit_last_day


def renewal_due(case):
    """So many months before the term ends as the rulebook says; None when there is no term."""
    until = case.decisions.filter(set_aside_at=None).values_list("valid_until", flat=True).first()
    return add_months(until, -case.values["renewal_months_before"]) if until else None
