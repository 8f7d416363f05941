"""Who takes part in a case, from when to when, and why they left."""

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.external.cases.models import Participation
from tarazy.external.cases.states import Duty, Side
from tarazy.ground.foundation.errors import Refused


@transaction.atomic
def join(case, appointment, duty, *, side, now, owes=""):
    """`appointment` takes part in `case` with `duty` on `side` ("" sees nothing yet); a live part of that duty is kept.

    `owes` is the key of a collective step that this person has to act on.
    """
    part, created = Participation.objects.get_or_create(
        case=case, appointment=appointment, duty=duty, ended_at=None, defaults={"side": side, "owes": owes, "since": now}
    )
    if not created:
        part.side, part.owes = side, owes
        part.save(update_fields=["side", "owes"])
    return part


def leave(participation, *, now, why):
    """The part ends: from now on this person sees nothing of the case through it."""
    participation.ended_at, participation.ended_why, participation.owes = now, why[:200], ""
    participation.save(update_fields=["ended_at", "ended_why", "owes"])


def paid(participation):
    """The person has acted on the collective step; it leaves their desk."""
    participation.owes = ""
    participation.save(update_fields=["owes"])


def appoint_coordinator(act):
    """The head of the agency gives the case to a coordinator, who answers for it from then on (S4 1.3, R235)."""
    chosen = act.data["coordinator"]
    if chosen.body_id != act.subject.agency_id or chosen.role != "coordinator":
        raise Refused(_("Choose one of the agency's coordinators."))
    for part in act.subject.participations.live().filter(duty=Duty.COORDINATOR):
        leave(part, now=act.now, why=_("Another coordinator was appointed."))
    join(act.subject, chosen, Duty.COORDINATOR, side=Side.AGENCY, now=act.now)
