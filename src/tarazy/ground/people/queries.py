"""Reading people, appointments and invitations."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.urls import reverse

from tarazy.ground.people.models import Appointment, Body, Invitation, Person
from tarazy.ground.people.tokens import hash_of, token_of


def held_by(person: Any, *, day: date) -> QuerySet[Appointment]:
    """The appointments that `person` holds on `day`, the oldest first."""
    return Appointment.objects.filter(person=person).in_force(day).select_related("person", "body").order_by("pk")


def acting_appointment(person: Any, *, chosen: int | None, day: date) -> Appointment | None:
    """The appointment with the id `chosen` if `person` holds it on `day`, else their first one in force, else None.

    `held_in_all` says how many appointments the person has, so that no page has to ask again.
    """
    all_theirs = Appointment.objects.filter(person=OuterRef("person")).order_by().values("person")
    held = held_by(person, day=day).annotate(held_in_all=Subquery(all_theirs.annotate(count=Count("pk")).values("count")))
    return (held.filter(pk=chosen).first() if chosen else None) or held.first()


def appointments_in(body: Body, *, day: date) -> QuerySet[Appointment]:
    """Who holds what in `body` on `day` or later, by name."""
    found = Appointment.objects.filter(body=body).not_over(day)
    return found.select_related("person", "body").order_by("person__name", "since", "pk")


def people_of(body: Body, *, day: date) -> QuerySet[Person]:
    """Everybody who holds an appointment in `body` on `day` or later."""
    return Person.objects.filter(pk__in=appointments_in(body, day=day).order_by().values("person"))


def invitations_to(body: Body) -> QuerySet[Invitation]:
    """All invitations to `body`, those sent last first."""
    return Invitation.objects.filter(body=body).select_related("body", "invited_by__person")


def is_led(body: Body | int, *, day: date) -> bool:
    """Whether somebody leads `body` on `day` or will later."""
    return Appointment.objects.filter(body=body).leading().not_over(day).exists()


def invitation_to_lead(body: Body, *, now: datetime) -> Invitation | None:
    """The invitation to lead `body` that waits for its answer: one that can still be accepted before one that has ended."""
    waiting = Invitation.objects.to_lead(body).waiting().select_related("body", "invited_by__person", "invited_by__body")
    return waiting.open(now).first() or waiting.first()


def invitation_of(token: str) -> Invitation | None:
    """The invitation whose link holds `token`; None for a token that never was or was replaced by a newer one."""
    known = Invitation.objects.select_related("body", "invited_by__person", "invited_by__body")
    return known.filter(token_hash=hash_of(token)).first()


def invitation_paths(ids: Collection[int]) -> dict[int, str]:
    """The secret address of each of these invitations that waits for its answer; one query."""
    waiting = Invitation.objects.waiting().filter(pk__in=ids)
    return {invitation.pk: reverse("people:accept", args=[token_of(invitation)]) for invitation in waiting}


def account_of(email: str) -> Person | None:
    """The account with this address, however it is typed."""
    return Person.objects.filter(email=email.lower()).first()
