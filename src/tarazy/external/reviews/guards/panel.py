"""Guards of the panel (S4 2.1-2.3, R224, R241)."""

from collections import Counter

from django.urls import reverse
from django.utils.translation import gettext as _

from tarazy.external.experts.models import Expert
from tarazy.external.experts.queries import is_certified, with_conflicts
from tarazy.external.reviews.queries.panel import day_of_visit, live_seats, seat_roles
from tarazy.external.reviews.states import seat_name
from tarazy.ground.foundation.errors import Refusal


def panel_fills_every_seat(case, today):
    """Each seat of the rulebook is held by exactly one expert, and nobody sits besides (R241)."""
    asked, held = Counter(seat_roles(case)), Counter(live_seats(case).values_list("role", flat=True))
    missing, extra = list((asked - held).elements()), list((held - asked).elements())
    if missing:
        return _refusal(case, _("These seats are free: %(seats)s. Propose an expert for each."), seats=_named(missing))
    if extra:
        return _refusal(case, _("The rulebook asks for fewer seats. Withdraw from: %(seats)s."), seats=_named(extra))
    return None


def experts_are_certified(case, today):
    """Only certified experts of the level may sit; the certificate must hold on the days of the visit (R224, facts B1)."""
    day, level = day_of_visit(case, today), case.institution.level
    names = [str(seat.expert) for seat in live_seats(case) if level not in seat.expert.levels or not is_certified(seat.expert, day)]
    if not names:
        return None
    return _refusal(case, _("Not certified for this level on the days of the visit: %(names)s."), names=", ".join(names))


def panel_has_no_conflict(case, today):
    """Nobody works at the institution, declared an interest in it, or has held an appointment there (R224)."""
    seated = Expert.objects.filter(seats__case=case, seats__vacated_at=None).select_related("appointment__person")
    tied = with_conflicts(seated, case.institution_id)
    names = [str(expert) for expert in tied if expert.works_there or expert.has_interest or expert.holds_office]
    if not names:
        return None
    return _refusal(case, _("Tied to the institution: %(names)s. Propose other experts."), names=", ".join(names))


def everyone_has_declared(case, today):
    """Every seat is held by somebody who has signed the declarations (R224)."""
    names = [str(seat.expert) for seat in live_seats(case).filter(declaration=None)]
    if not names and not panel_fills_every_seat(case, today):
        return None
    if not names:
        return _refusal(case, _("A seat of the panel is free."))
    return _refusal(case, _("These experts have not declared yet: %(names)s."), names=", ".join(names))


def _named(roles):
    return ", ".join(str(seat_name(role)).lower() for role in roles)


def _refusal(case, sentence, **words):
    return Refusal(sentence % words, reverse("reviews:panel", args=[case.number]))
