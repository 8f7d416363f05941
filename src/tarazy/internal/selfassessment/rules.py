"""Whose the self-assessment is. It is the institution's own; what it hands to an agency is a sealed copy."""

import re

from tarazy.internal.selfassessment.states import WRITERS

# "case:2026-0007": a purpose that another room gave. Nobody's own words may look like one.
GIVEN_PURPOSE = re.compile(r"^\s*[a-z_]+:\S")


def works_on_selfassessment(appointment):
    """The head of an institution and its quality officers read and write what is the institution's."""
    return appointment is not None and appointment.role in WRITERS


def belongs_to(appointment, institution_id):
    """Whether this appointment may write for that institution."""
    return works_on_selfassessment(appointment) and appointment.body_id == institution_id


def is_given_purpose(purpose):
    """Whether this purpose was given by a room above rather than said by the institution."""
    return bool(GIVEN_PURPOSE.match(purpose))
