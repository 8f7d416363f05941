"""Keeping the pool: who is in it, what they can do, until when they are certified, what ties them to institutions."""

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.external.experts.models import Expert, Interest
from tarazy.external.experts.rules import keeps_pool
from tarazy.ground.foundation.calendar import add_months
from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.journal.services import write
from tarazy.reference.agencies.queries import rulebook_in_force

COMPETENCE = ("background", "levels", "fields", "languages", "workplace", "workplace_name", "nominated_by")
YEAR = 12


def journal_name(expert):
    """What the journal calls this expert."""
    return f"expert:{expert.pk}"


@transaction.atomic
def add_expert(*, appointment, competence, by, now):
    """Take somebody who accepted an invitation as expert of the agency into its pool, with what they can do (R224).

    `competence` holds the fields of `COMPETENCE`. Raises `Refused` when the appointment is not an expert's of this agency,
    or is in the pool already.
    """
    _keeps(by)
    if appointment.body_id != by.body_id or appointment.role != "expert":
        raise Refused(_("Invite the person as an expert of your agency first."))
    if Expert.objects.filter(appointment=appointment).exists():
        raise Refused(_("%(name)s is in the pool already.") % {"name": appointment.person.name})
    expert = Expert.objects.create(appointment=appointment, **competence)
    after = {"expert": appointment.person.name}
    write(subject=journal_name(expert), verb="experts.added", by=by, now=now, after=after, audience=["agency"])
    return expert


@transaction.atomic
def edit_competence(expert, *, competence, by, now):
    """Change what is known of an expert: levels, fields, languages, workplace (R224). The journal keeps before and after."""
    _keeps(by, expert)
    expert = Expert.objects.select_for_update().get(pk=expert.pk)
    before = _plain(expert)
    for name in COMPETENCE:
        setattr(expert, name, competence[name])
    expert.save(update_fields=COMPETENCE)
    after = {**_plain(expert), "expert": str(expert)}
    write(subject=journal_name(expert), verb="experts.changed", by=by, now=now, before=before, after=after, audience=["agency"])
    return expert


@transaction.atomic
def record_certificate(expert, *, number, issued_on, by, now, today):
    """Record the certificate of a trained expert; it holds for the years of the agency's rulebook (facts B1, R224)."""
    _keeps(by, expert)
    if issued_on > today:
        raise Refused(_("The day of the certificate lies in the future."))
    rulebook = rulebook_in_force(by.body_id, today)
    if rulebook is None:
        raise Refused(_("The agency has no rulebook in force, so the term of a certificate is not known."))
    before = {"number": expert.certificate_number, "until": expert.certified_until}
    until = add_months(issued_on, YEAR * rulebook.values["expert_certificate_years"])
    Expert.objects.filter(pk=expert.pk).update(certificate_number=number, certified_until=until)
    after = {"expert": str(expert), "number": number, "until": until}
    write(subject=journal_name(expert), verb="experts.certified", by=by, now=now, before=before, after=after, audience=["agency"])
    return until


@transaction.atomic
def declare_interest(expert, *, institution, nature, since, until, by, now):
    """Name a tie between an expert and an institution; from then on it bars them from its panels (R224).

    The expert declares it themselves, or the agency records what it has learned.
    """
    if by.pk != expert.appointment_id:
        _keeps(by, expert)
    interest = Interest.objects.create(expert=expert, institution=institution, nature=nature, since=since, until=until)
    after = {"expert": str(expert), "institution": institution.name, "nature": nature}
    write(subject=journal_name(expert), verb="experts.interest_declared", by=by, now=now, after=after, audience=["agency"])
    return interest


def _keeps(by, expert=None):
    if not keeps_pool(by) or (expert is not None and expert.appointment.body_id != by.body_id):
        raise NotYours(_("The pool of experts is kept by the head of the agency and its coordinators."))


def _plain(expert):
    return {name: getattr(expert, name) for name in COMPETENCE if name != "workplace"} | {"workplace": str(expert.workplace or "")}
