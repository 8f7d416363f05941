"""A seminar, a webinar or a briefing was held: what it was about and who came (R236, R245, R272)."""

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.external.cases.services import keep_record
from tarazy.external.seminars.models import Attendance, Gathering
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.journal.services import write

FIELDS = ("form", "held_on", "topic", "aim", "programme", "speakers", "venue", "link", "support")


def record_seminar(act):
    """The seminar for the working groups of this case: a new one, or one that serves many organisations at once."""
    seminar = act.data.get("seminar") or _held(act, Gathering.Kind.SEMINAR)
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
    """A seminar of the agency for any number of organisations; cases join it later. Returns the gathering."""
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
    if act.data["held_on"] > act.today:
        raise Refused(_("Record a gathering after it was held: its day lies ahead."))
    values = {key: act.data[key] for key in FIELDS if act.data.get(key)}
    return Gathering.objects.create(agency=act.subject.agency, kind=kind, **values)


def _count(gathering, institution, data):
    Attendance.objects.update_or_create(
        gathering=gathering,
        institution=institution,
        defaults={"in_person": data.get("in_person") or 0, "online": data.get("online") or 0, "names": data.get("names", "")},
    )


def count_attendance(gathering, *, institution=None, in_person=0, online=0, names=""):
    """How many people of one institution (None: of no particular one) came; said again, it replaces what was said."""
    _count(gathering, institution, {"in_person": in_person, "online": online, "names": names})
