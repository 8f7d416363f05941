"""Who may do what with a certificate that was issued."""

from tarazy.external.cases.rules import is_agency_head


def may_change(appointment, case):
    """The head of the agency of the case suspends, resumes and withdraws its certificate (R229, R257)."""
    return appointment is not None and is_agency_head.holds(appointment, case)
