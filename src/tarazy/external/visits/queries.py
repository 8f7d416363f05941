"""Reading the visit: its days, its programme, its calendar file."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from django.conf import settings
from icalendar import Calendar, Event

from tarazy.external.cases.models import CaseDocument, Record
from tarazy.external.cases.queries import final_report
from tarazy.external.cases.rules import sides_of
from tarazy.external.cases.states import Side
from tarazy.ground.foundation.calendar import exceptions_between, is_working_day

PROGRAMME = "visit_programme"


def days_of(case):
    """The working days of the visit, in order; empty before the order sets them."""
    if case.visit_first_day is None:
        return []
    first, last = case.visit_first_day, case.visit_last_day
    exceptions = exceptions_between(first, last)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in days if is_working_day(day, exceptions)]


def is_proposed(case):
    """Whether the institution was given the programme; while the first one is drawn up it sees none."""
    return Record.objects.filter(case=case, step=PROGRAMME).exists()


def sees_sessions(case, sides):
    """The agency draws the programme up; the institution and the panel see it from its proposal on."""
    return Side.AGENCY in sides or is_proposed(case)


def programme(case):
    """The days of the visit with their sessions, in order."""
    sessions = list(case.visit_sessions.all())
    return [
        SimpleNamespace(number=number, day=day, sessions=[session for session in sessions if session.day == day])
        for number, day in enumerate(days_of(case), start=1)
    ]


def sendable_documents(case):
    """Documents of the case that may be sent to the panel: those that the agency and the institution both read."""
    sides = [str(Side.INSTITUTION), str(Side.AGENCY)]
    return CaseDocument.objects.filter(case=case, sides__contains=sides).select_related("document").order_by("pk")


def calendar_of(case, sessions):
    """An iCalendar file of these sessions, in the time zone of the platform; the same session keeps its id."""
    calendar = Calendar()
    calendar.add("prodid", "-//Tarazy//visit//EN")
    calendar.add("version", "2.0")
    zone = ZoneInfo(settings.TIME_ZONE)
    for session in sessions:
        calendar.add_component(_event(case, session, zone))
    return calendar.to_ical()


def _event(case, session, zone):
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'tarazy:{case.number}:{session.pk}')}@tarazy")
    event.add("dtstamp", datetime.combine(session.day, session.starts, zone).astimezone(UTC))
    event.add("dtstart", datetime.combine(session.day, session.starts, zone).astimezone(UTC))
    event.add("dtend", datetime.combine(session.day, session.ends, zone).astimezone(UTC))
    event.add("summary", session.title)
    event.add("location", session.place or str(case.institution.name))
    if session.group:
        event.add("description", session.group)
    return event


def context_materials(case, appointment):
    """The report that goes to the panel."""
    return {"submission": final_report(case)}


def context_visit_programme(case, appointment):
    """The programme as it stands, for those who see it already."""
    return {"days": programme(case) if sees_sessions(case, sides_of(appointment, case)) else []}


context_programme_agreed = context_visit_programme
