"""The door of every act on a work page: lock the case, judge again that its step is open and whose act it is."""

from django.utils.translation import gettext as _

from tarazy.external.cases.models import Case
from tarazy.external.cases.queries import step_is_open
from tarazy.ground.foundation.errors import NotYours, Stale


def enter(case, *, by, may, steps):
    """The locked case. `may(by, case)` says whose act it is; one of `steps` must be open.

    Raises `NotYours` or `Stale`; must be called inside a transaction.
    """
    case = Case.objects.select_for_update(of=("self",)).select_related("institution", "rulebook", "standards", "run").get(pk=case.pk)
    if not may(by, case):
        raise NotYours(_("This is another person’s to do."))
    if not any(step_is_open(case, step) for step in steps):
        raise Stale(_("This step is not open any more, so nothing can be changed on this page."))
    return case
