"""What the institution and the agency write to each other about a case; experts do not see it."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from tarazy.external.cases.models import INSTITUTION_ROLES, Message
from tarazy.external.cases.rules import sides_of
from tarazy.external.cases.states import Duty, Side
from tarazy.ground.foundation.errors import NotYours
from tarazy.ground.notices.services import from_template, tell
from tarazy.ground.people.models import Appointment


@transaction.atomic
def write_message(case, *, by, text, now):
    """A message to the other side, which is told that there is one, not what it says.

    Raises `NotYours` for anybody who is neither of the institution nor of the agency.
    """
    sides = sides_of(by, case)
    if not sides & {Side.INSTITUTION, Side.AGENCY}:
        raise NotYours(_("Only the institution and the agency write to each other here."))
    message = Message.objects.create(case=case, by=by, text=text, at=now)
    tell(
        [held.person for held in _readers(case, sides, timezone.localdate(now)) if held.person_id != by.person_id],
        subject=lambda: _("Case %(number)s: a message") % {"number": case.number},
        body=from_template("cases/letters/message.txt", message=message, case=case),
        url=reverse("procedure:case", args=[case.number]) + "#messages",
        cause=f"case:{case.pk}/message/{message.pk}",
        now=now,
    )
    return message


def _readers(case, sides, day):
    """Who answers for the other side: the institution's people; the coordinator, or the agency's head while there is none."""
    held = Appointment.objects.in_force(day).select_related("person")
    if Side.AGENCY in sides:
        return held.filter(body_id=case.institution_id, role__in=INSTITUTION_ROLES)
    parts = case.participations.live().filter(duty=Duty.COORDINATOR)
    if parts.exists():
        return held.filter(pk__in=parts.values("appointment"))
    return held.filter(body_id=case.agency_id, role="agency_head")
