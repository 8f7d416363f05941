"""The order, the materials, the programme of the visit (S4 2.2-2.6, R241, R244, R246, R263)."""

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.external.cases.models import CaseDocument
from tarazy.external.cases.rules import is_agency_head, is_coordinator
from tarazy.external.cases.services import attach, enter, keep_record
from tarazy.external.cases.states import Side
from tarazy.external.reviews.queries.panel import live_seats
from tarazy.external.reviews.services import open_report
from tarazy.external.visits.letters import appointment_order
from tarazy.external.visits.models import VisitSession
from tarazy.external.visits.queries import days_of, sees_sessions
from tarazy.ground.documents.services import store_bytes
from tarazy.ground.documents.typeset import typeset
from tarazy.ground.foundation.calendar import add_working_days, is_working_day
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.journal.services import write

ON_SITE = (Side.INSTITUTION, Side.AGENCY, Side.PANEL)


def issue_order(act):
    """The head of the agency appoints the panel by order and sets the days of the visit (R241, facts B1).

    The visit takes as many working days in a row as the rulebook says. The order is typeset; both sides and the panel
    read it, and the panel's report is opened. Raises `Refused` when the first day is not a working day.
    """
    case, data = act.subject, act.data
    set_days(case, data["first_day"])
    letter = appointment_order(case, live_seats(case), number=data["number"], by=act.by, today=act.today, language=data["language"])
    version = store_bytes(
        typeset("documents/letter.typ", letter, language=data["language"]),
        name=f"order-{case.number}.pdf",
        title=letter["title"],
        by=act.by,
        now=act.now,
        language=data["language"],
    )
    attach(case, version, step=act.step, round=act.round, sides=ON_SITE)
    open_report(case, language=data["language"])
    keep_record(act)


def set_days(case, first_day):
    """The visit begins on `first_day`, a working day, and takes the rulebook's working days in a row."""
    if not is_working_day(first_day):
        raise Refused(_("The visit must begin on a working day."))
    case.visit_first_day = first_day
    case.visit_last_day = add_working_days(first_day, case.values["visit_days"] - 1)
    case.save(update_fields=["visit_first_day", "visit_last_day"])


@transaction.atomic
def move_visit(case, *, first_day, why, by, now, today):
    """Set other days while the materials or the programme are still open; sessions move with the visit, day for day.

    Both sides and the panel read in the journal when and why.
    """
    case = enter(case, by=by, may=is_agency_head.holds, steps=("materials", "visit_programme"))
    if first_day <= today:
        raise Refused(_("Choose a day that lies ahead."))
    before = {"first_day": case.visit_first_day, "last_day": case.visit_last_day}
    old = days_of(case)
    set_days(case, first_day)
    moves = dict(zip(old, days_of(case), strict=False))
    for session in case.visit_sessions.all():
        session.day = moves.get(session.day, first_day)
        session.save(update_fields=["day"])
    after = {"first_day": case.visit_first_day, "last_day": case.visit_last_day}
    write(subject=case.journal_name, verb="visits.moved", by=by, now=now, before=before, after=after, why=why, audience=ON_SITE)
    return case


def send_materials(act):
    """The panel receives the sealed report and the chosen documents of the case (S4 2.4, R244)."""
    for held in act.data.get("documents") or ():
        if held.case_id != act.subject.pk:
            raise Refused(_("Choose documents of this case."))
        if Side.PANEL not in held.sides:
            CaseDocument.objects.filter(pk=held.pk).update(sides=[*held.sides, str(Side.PANEL)])
    keep_record(act)


@transaction.atomic
def save_session(case, *, session=None, by, now, **fields):
    """Add a session to the programme, or change one; it lies on a day of the visit and ends after it starts (R246).

    Whoever sees the programme reads the change in the journal; a session saved as it was changes nothing.
    """
    case = enter(case, by=by, may=is_coordinator.holds, steps=("visit_programme",))
    if fields["day"] not in days_of(case):
        raise Refused(_("A session lies on one of the days of the visit."))
    if fields["ends"] <= fields["starts"]:
        raise Refused(_("A session ends after it starts."))
    if session is None:
        made = VisitSession.objects.create(case=case, **fields)
        _journal(case, "visits.session_added", by=by, now=now, after=_told(made))
        return made
    before = _told(VisitSession.objects.get(pk=session.pk))  # as it is stored: a form has changed `session` already
    for name, value in fields.items():
        setattr(session, name, value)
    if _told(session) != before:
        session.save(update_fields=list(fields))
        _journal(case, "visits.session_changed", by=by, now=now, before=before, after=_told(session))
    return session


@transaction.atomic
def remove_session(session, *, by, now):
    """Take a session out of the programme while it is being drawn up, or drawn up again; the journal tells of it."""
    case = enter(session.case, by=by, may=is_coordinator.holds, steps=("visit_programme",))
    _journal(case, "visits.session_removed", by=by, now=now, before=_told(session), after={"title": session.title})
    session.delete()


def _told(session):
    """A session as the journal keeps it."""
    times = {"day": f"{session.day:%Y-%m-%d}", "starts": f"{session.starts:%H:%M}", "ends": f"{session.ends:%H:%M}"}
    return times | {name: getattr(session, name) for name in ("title", "group", "place", "online")}


def _journal(case, verb, *, by, now, after, before=None):
    """Told to the sides that see the programme: the agency alone until it was given to the institution once."""
    audience = [side for side in ON_SITE if sees_sessions(case, {side})]
    write(subject=case.journal_name, verb=verb, by=by, now=now, before=before, after=after, audience=audience)


def propose_programme(act):
    """The programme goes to the institution, which reads it from now on."""
    keep_record(act)


def answer_programme(act):
    """The institution agrees, or says what should change."""
    keep_record(act)
