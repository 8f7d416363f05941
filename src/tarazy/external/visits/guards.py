"""Guards of the visit (S4 2.4-2.6, R244, R246, R263)."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from tarazy.external.visits.queries import days_of
from tarazy.ground.foundation.errors import Refusal
from tarazy.ground.ui.dates import day as written


def early_enough_before_the_visit(case, today):
    """The experts have the materials as many days before the visit as the rulebook says (R244)."""
    if case.visit_first_day is None:
        return _refusal(case, _("The days of the visit are not set yet."))
    latest = case.visit_first_day - timedelta(days=case.values["materials_days_before_visit"])
    if today <= latest:
        return None
    sentence = _("The materials were to be sent by %(day)s. Ask the head of the agency to set later days for the visit.")
    return _refusal(case, sentence, day=written(latest))


def programme_covers_every_day(case, today):
    """Each day of the visit has at least one session, and no session lies outside them (R246)."""
    days = days_of(case)
    held = set(case.visit_sessions.values_list("day", flat=True))
    empty = [day for day in days if day not in held]
    if not days or empty:
        return _refusal(case, _("The programme has no session on: %(days)s."), days=", ".join(map(written, empty)) or "–")
    outside = sorted(held - set(days))
    if outside:
        return _refusal(case, _("Sessions lie outside the visit: %(days)s."), days=", ".join(map(written, outside)))
    return None


def visit_is_over(case, today):
    """The last day of the visit has come (R246)."""
    if case.visit_last_day is not None and today >= case.visit_last_day:
        return None
    if case.visit_last_day is None:
        return _refusal(case, _("The days of the visit are not set yet."))
    return _refusal(case, _("The visit lasts until %(day)s; note it on that day or later."), day=written(case.visit_last_day))


def _refusal(case, sentence, **words):
    return Refusal(sentence % words, reverse("visits:visit", args=[case.number]))
