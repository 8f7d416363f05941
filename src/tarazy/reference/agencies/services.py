"""Founding agencies, publishing rulebooks and seating the council."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.journal import services as journal
from tarazy.ground.people.services import invite_first_leader
from tarazy.reference.agencies.models import Agency, CouncilSeat, Rulebook
from tarazy.reference.agencies.queries import differences, seats_not_over, versions
from tarazy.reference.agencies.rulebook import LEVELS, defaults, validate
from tarazy.reference.agencies.rules import heads


@transaction.atomic
def found_agency(*, acronym, name, levels, head_name, head_email, language, now):
    """An agency on the platform, by the platform itself: its first rulebook holds from today, its head is invited by a letter.

    Everybody after the head comes by the head's invitation. Gives the agency and the invitation. Raises `Refused` where an
    agency has this acronym already.
    """
    if Agency.objects.filter(acronym__iexact=acronym).exists():
        raise Refused(_("The agency %(acronym)s is on the platform already.") % {"acronym": acronym})
    agency = Agency.objects.create(kind="agency", acronym=acronym, name=name, levels=[level for level in LEVELS if level in levels])
    after = {"name": agency.name.as_dict(), "acronym": acronym}
    journal.write(subject=f"agency:{agency.pk}", verb="agencies.founded", by=None, now=now, after=after, audience=["agency"])
    publish_rulebook(agency, defaults(), by=None, now=now, in_force_from=timezone.localdate(now))
    return agency, invite_head(agency, head_name=head_name, head_email=head_email, language=language, now=now)


@transaction.atomic
def change_agency(agency, *, values, now):
    """The platform itself changes what is known of an agency; gives the names of what changed.

    `values` are fields of `Agency`: levels, profile networks of full membership (R223), the number in the register of
    recognised agencies (R134), addresses. The journal keeps before and after.
    """
    agency = Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    before = {name: getattr(agency, name) for name in values if getattr(agency, name) != values[name]}
    if not before:
        return []
    for name in before:
        setattr(agency, name, values[name])
    agency.save()
    after = {name: values[name] for name in before}
    subject = f"agency:{agency.pk}"
    journal.write(subject=subject, verb="agencies.changed", by=None, now=now, before=before, after=after, audience=["agency"])
    return list(before)


def invite_head(agency, *, head_name, head_email, language, now):
    """The platform invites the first head of an agency, anew where an earlier letter was lost; `Refused` once it has a head."""
    return invite_first_leader(email=head_email, name=head_name, body=agency, role="agency_head", language=language, now=now)


@transaction.atomic
def publish_rulebook(agency, values, *, by, now, in_force_from, note=""):
    """A new version of the agency's rulebook, in force from a day that is not past; older versions stay as they are.

    `by` heads the agency, or is None where the platform sets up the first version. Raises `ValidationError` with a
    sentence per key, `NotYours`, or `Refused` when nothing changed or the day is past. A first version may begin any day.
    """
    agency = Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    last = versions(agency).first()
    if (by is None and last is not None) or (by is not None and not heads(by, agency)):
        raise NotYours(_("Only the head of the agency publishes its rulebook."))
    values = validate(values)
    _refuse_what_leads_nowhere(last, values, in_force_from, timezone.localdate(now))
    book = Rulebook.objects.create(
        agency=agency,
        version=last.version + 1 if last else 1,
        values=values,
        in_force_from=in_force_from,
        published_at=now,
        published_by=by,
        note=note,
    )
    changed = differences(last.values if last else {}, values)
    journal.write(
        subject=f"agency:{agency.pk}",
        verb="agencies.rulebook_published",
        by=by,
        now=now,
        before={rule.key: old for rule, old, _new in changed} if last else {},
        after={"version": book.version, "in_force_from": in_force_from, **({rule.key: new for rule, _old, new in changed} if last else {})},
        why=note,
        audience=["agency"],
    )
    return book


def _refuse_what_leads_nowhere(last, values, in_force_from, today):
    if last is None:
        return
    if in_force_from < today:
        raise Refused(_("A rulebook cannot come into force on a day that is past. Choose today or a later day."))
    if values == last.values:
        raise Refused(_("No value differs from version %(version)s. Change a value before publishing.") % {"version": last.version})


@transaction.atomic
def seat_member(agency, *, appointment, group, since, by, now, is_chair=False):
    """Seat a council member of this agency from `since`; raises `Refused` when they are seated then, or when there is a chair then."""
    agency = Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    _only_the_head(by, agency)
    if appointment.role != "council_member" or appointment.body_id != agency.pk:
        raise Refused(_("Only a person appointed council member of this agency can be seated."))
    seats = seats_not_over(agency, since)
    if seats.filter(appointment=appointment).exists():
        raise Refused(_("%(name)s is a member of the council already.") % {"name": appointment.person.name})
    if is_chair and seats.filter(is_chair=True).exists():
        raise Refused(_("The council has a chair. End their seat first."))
    seat = CouncilSeat.objects.create(agency=agency, appointment=appointment, group=group, since=since, is_chair=is_chair)
    after = {"member": appointment.person.name, "since": since, "group": group, "is_chair": is_chair}
    journal.write(subject=f"agency:{agency.pk}", verb="agencies.council_member_seated", by=by, now=now, after=after, audience=["agency"])
    return seat


@transaction.atomic
def end_seat(seat, *, until, by, now, why=""):
    """End a council seat, `until` being its last day; the votes that were cast in it stay."""
    seat = CouncilSeat.objects.select_for_update(of=("self",)).select_related("agency", "appointment__person").get(pk=seat.pk)
    _only_the_head(by, seat.agency)
    if seat.until is not None:
        raise Refused(_("This seat has ended already."))
    if until < seat.since:
        raise Refused(_("A seat cannot end before it begins."))
    seat.until = until
    seat.save(update_fields=["until"])
    after = {"member": seat.appointment.person.name, "until": until}
    journal.write(
        subject=f"agency:{seat.agency_id}", verb="agencies.council_member_left", by=by, now=now, after=after, why=why, audience=["agency"]
    )
    return seat


def _only_the_head(by, agency):
    if by is not None and not heads(by, agency):
        raise NotYours(_("Only the head of the agency changes its council."))
