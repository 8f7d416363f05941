"""A seminar, a webinar or a briefing was held: what it was about and who came (R236, R245, R272)."""

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.external.cases.services import keep_record
from tarazy.external.seminars.models import Attendance, Gathering
from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.journal.services import write

KEEPERS = ("agency_head", "coordinator")
FIELDS = ("form", "held_on", "topic", "aim", "programme", "speakers", "venue", "link", "support")


def record_seminar(act):
    """The seminar for the working groups of this case: a new one, or one that serves many organisations at once."""
    seminar = act.data.get("seminar") or _held(act, Gathering.Kind.SEMINAR)
    if seminar.agency_id != act.subject.agency_id:
        raise Refused(_("Choose a seminar of your own agency."))
    _not_ahead(seminar.held_on, act.today)
    seminar.cases.add(act.subject)
    _count(seminar, act.subject.institution, act.data)
    keep_record(act)


def record_webinar(act):
    """The preliminary webinar that trains the panel and settles the logistics (S4 2.5, R245)."""
    _with_panel(act, Gathering.Kind.WEBINAR)


def record_briefing(act):
    """The briefing right before the visit (S4 2.5, R245)."""
    _with_panel(act, Gathering.Kind.BRIEFING)


@transaction.atomic
def plan_seminar(agency, *, data, regions, by, now):
    """A seminar of the agency for any number of organisations; cases join it later. Returns the gathering.

    Raises `NotYours` for anybody but the agency's head and its coordinators.
    """
    _keeps(by, agency.pk)
    seminar = Gathering.objects.create(agency=agency, kind=Gathering.Kind.SEMINAR, **{key: data[key] for key in FIELDS if key in data})
    seminar.regions.set(regions)
    write(subject=f"gathering:{seminar.pk}", verb="seminars.planned", by=by, now=now, after={"topic": seminar.topic}, audience=["agency"])
    return seminar


def _with_panel(act, kind):
    gathering = _held(act, kind)
    gathering.cases.add(act.subject)
    _count(gathering, None, act.data)
    keep_record(act)


def _held(act, kind):
    _not_ahead(act.data["held_on"], act.today)
    values = {key: act.data[key] for key in FIELDS if act.data.get(key)}
    return Gathering.objects.create(agency=act.subject.agency, kind=kind, **values)


def _keeps(by, agency_id):
    if by.role not in KEEPERS or by.body_id != agency_id:
        raise NotYours(_("Seminars are kept by the head of the agency that holds them and its coordinators."))


def _not_ahead(day, today):
    if day > today:
        raise Refused(_("Record a gathering after it was held: its day lies ahead."))


@transaction.atomic
def count_attendance(gathering, *, institution=None, in_person=0, online=0, names="", by, now, today):
    """How many people of one institution (None: of no particular one) came; said again, it replaces what was said (R272).

    Raises `NotYours` for anybody but the agency that held it, `Refused` before it was held.
    """
    gathering = Gathering.objects.select_for_update(of=("self",)).get(pk=gathering.pk)
    _keeps(by, gathering.agency_id)
    _not_ahead(gathering.held_on, today)
    _count(gathering, institution, {"in_person": in_person, "online": online, "names": names})
    after = {"topic": gathering.topic, "in_person": in_person, "online": online, "institution": institution.name if institution else ""}
    write(subject=f"gathering:{gathering.pk}", verb="seminars.attended", by=by, now=now, after=after, audience=["agency"])


def _count(gathering, institution, data):
    Attendance.objects.update_or_create(
        gathering=gathering,
        institution=institution,
        defaults={"in_person": data.get("in_person") or 0, "online": data.get("online") or 0, "names": data.get("names", "")},
    )
