"""What a published decision is worth on a day, in words that a parent understands."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tarazy.external.register.models import Certificate, Entry
from tarazy.external.register.states import BADGES, CONDITIONAL_BADGE, REFUSED, STATES
from tarazy.external.register.status import EXPIRED, NOT_YET, SUSPENDED, VALID, WITHDRAWN
from tarazy.ground.ui.dates import day as written


@dataclass(frozen=True, slots=True)
class Standing:
    """The state on the day asked for, its badge, the word on it and the date that belongs to it."""

    state: str
    badge: str
    words: Any
    term: str


def standing(entry: Entry, day: date) -> Standing:
    """The standing of `entry` on `day`; uses prefetched `certificate__changes`."""
    state = entry.state_on(day)
    if state == REFUSED:
        return Standing(state, BADGES[state], _refused(entry), _("decided on %(day)s") % {"day": written(entry.decided_on)})
    if entry.certificate is None:  # the database promises one for every decision that is not a refusal
        raise ValueError(entry)
    if state == VALID:
        badge = CONDITIONAL_BADGE if entry.outcome == "conditional" else BADGES[VALID]
        return Standing(state, badge, granted(entry), term(entry.certificate, state, day))
    return Standing(state, BADGES[state], STATES[state], term(entry.certificate, state, day))


def granted(entry: Entry) -> str:
    """What the council decided, in a word or two."""
    if entry.outcome == REFUSED:
        return _refused(entry)
    if entry.kind == "certification":
        return _("Certified with conditions") if entry.outcome == "conditional" else pgettext("decision", "Certified")
    return _("Accredited with conditions") if entry.outcome == "conditional" else _("Accredited")


def term(certificate: Certificate, state: str, day: date) -> str:
    """The date that belongs to the state: until when, since when, from when."""
    if state == VALID:
        return pgettext("certificate", "until %(day)s") % {"day": written(certificate.valid_until)}
    if state == NOT_YET:
        return _("from %(day)s") % {"day": written(certificate.valid_from)}
    if state == EXPIRED:
        return _("ended on %(day)s") % {"day": written(certificate.valid_until)}
    return _("since %(day)s") % {"day": written(last_change(certificate, state, day).day)}


def last_change(certificate: Certificate, state: str, day: date) -> Any:
    """The suspension or withdrawal behind the state on `day`."""
    kind = {SUSPENDED: "suspended", WITHDRAWN: "withdrawn"}[state]
    changes = [change for change in certificate.changes.all() if change.kind == kind and change.day <= day]
    return changes[0] if state == WITHDRAWN else changes[-1]


def _refused(entry: Entry) -> str:
    return _("Certification refused") if entry.kind == "certification" else _("Accreditation refused")
