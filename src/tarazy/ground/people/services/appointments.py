"""Appointing and ending appointments."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.people import rules
from tarazy.ground.people.models import Appointment, Body, Person
from tarazy.ground.people.queries import people_of
from tarazy.ground.people.services.records import record


@transaction.atomic
def appoint(*, person: Person, body: Body, role: str, since: date, until: date | None, by: Appointment, now: datetime) -> Appointment:
    """Give somebody who is of `body` already a further role there; others are invited.

    Raises `NotYours` where `by` does not lead the body or the person is not of it, `Refused` where the role is not held
    there, where the days make no sense, or where they hold the role in that time already.
    """
    Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    today = timezone.localdate(now)
    if not rules.may_appoint(by, body) or not people_of(body, day=today).contains(person):
        raise NotYours(_("Only those who lead the organisation appoint its people."))
    if not rules.can_be_held_in(role, body):
        raise Refused(_("This role cannot be held in this organisation."))
    if since < today or (until and until < since):
        raise Refused(_("An appointment begins today or later and ends after it begins."))
    held = Appointment.objects.filter(person=person, body=body, role=role).not_over(since)
    if (held.filter(since__lte=until) if until else held).exists():
        raise Refused(_("%(name)s holds this role in that time already.") % {"name": person.name})
    made = Appointment.objects.create(person=person, body=body, role=role, since=since, until=until)
    record("people.appointed", body=body, by=by, now=now, name=person.name, role=role, since=since, until=until)
    return made


@transaction.atomic
def end(appointment: Appointment, *, on: date, by: Appointment, now: datetime) -> Appointment:
    """Let `appointment` end with the day `on`, which is today or later; what was done in it stays done.

    Raises `NotYours` where `by` does not lead the body, `Refused` where it is over already, where the day is past, or
    where nobody would lead the body after it.
    """
    Body.objects.select_for_update(no_key=True).get(pk=appointment.body_id)
    appointment = Appointment.objects.select_related("person", "body").get(pk=appointment.pk)
    if not rules.may_end(by, appointment):
        raise NotYours(_("Only those who lead the organisation end its appointments."))
    today = timezone.localdate(now)
    if appointment.until and appointment.until < today:
        raise Refused(_("This appointment is over already."))
    if on < max(today, appointment.since):
        raise Refused(_("An appointment ends today or later, and not before it begins."))
    _require_another_leader(appointment, on)
    appointment.until = on
    appointment.save(update_fields=["until"])
    name = appointment.person.name
    record("people.ended", body=appointment.body_id, by=by, now=now, name=name, role=appointment.role, until=on)
    return appointment


def _require_another_leader(appointment: Appointment, on: date) -> None:
    if not rules.leads(appointment, appointment.body_id):
        return
    others = Appointment.objects.filter(body=appointment.body_id).leading().exclude(pk=appointment.pk)
    if not others.in_force(on + timedelta(days=1)).exists():
        raise Refused(_("Nobody would lead the organisation then. Appoint or invite the next head first."))
