"""What follows when a step was taken: who is told, what is public from then on.

Every message says first whose move it is, by when, and what then.
"""

from django.urls import reverse

from tarazy.external.cases.models import INSTITUTION_ROLES
from tarazy.external.cases.queries import people_on
from tarazy.external.cases.states import Duty, Side
from tarazy.external.procedure import services
from tarazy.external.procedure.mail import step_message
from tarazy.external.register.models import Certificate
from tarazy.ground.documents.services import make_public
from tarazy.ground.notices.services import tell
from tarazy.ground.people.models import Appointment


def open_what_is_published(act):
    """The certificate and the report are public by nature once they stand in the register (S4 3.6, R254)."""
    certificates = Certificate.objects.filter(decision__case=act.subject).select_related("document")
    make_public([act.subject.report.document, *(certificate.document for certificate in certificates)])


def tell_institution(act):
    """The head and the quality officers of the institution."""
    _tell(act, _holders(act.subject.institution_id, act.today, *INSTITUTION_ROLES))


def tell_agency_head(act):
    """The head of the agency."""
    _tell(act, _holders(act.subject.agency_id, act.today, "agency_head"))


def tell_analyst(act):
    """The report-analysis and monitoring department."""
    _tell(act, _holders(act.subject.agency_id, act.today, "analyst"))


def tell_secretary(act):
    """The secretary of the council."""
    _tell(act, _holders(act.subject.agency_id, act.today, "secretary"))


def tell_registrar(act):
    """The registrar."""
    _tell(act, _holders(act.subject.agency_id, act.today, "registrar"))


def tell_coordinator(act):
    """The coordinator of the case."""
    _tell(act, _with_duty(act.subject, Duty.COORDINATOR))


def tell_invited(act):
    """The experts who were asked to sit on the panel: they learn no more than the declaration page shows."""
    _tell(act, _with_duty(act.subject, Duty.CANDIDATE), url=reverse("procedure:step", args=[act.subject.number, "declarations"]))


def tell_panel(act):
    """The experts who signed, and the chair."""
    _tell(act, people_on(act.subject, Side.PANEL))


def tell_council(act):
    """The members of the council who are not recused."""
    _tell(act, people_on(act.subject, Side.COUNCIL))


def tell_appeals_commission(act):
    """The appeals commission of the case."""
    _tell(act, people_on(act.subject, Side.APPEALS))


def close_what_is_void(act):
    """After a withdrawal nothing of the follow-up is owed any more (R257)."""
    services.close_what_is_void(act.subject, now=act.now, today=act.today)


def _holders(body_id, day, *roles):
    return Appointment.objects.filter(body_id=body_id, role__in=roles).in_force(day).select_related("person")


def _with_duty(case, duty):
    parts = case.participations.live().filter(duty=duty).select_related("appointment__person")
    return [part.appointment for part in parts]


def _tell(act, appointments, url=""):
    people = list({appointment.person_id: appointment.person for appointment in appointments}.values())
    if act.by is not None:
        people = [person for person in people if person.pk != act.by.person_id]
    if not people:
        return
    subject, body = step_message(act)
    tell(
        people,
        subject=subject,
        body=body,
        url=url or reverse("procedure:case", args=[act.subject.number]),
        cause=f"case:{act.subject.pk}/{act.step}/{act.round}/{act.outcome}",
        now=act.now,
    )
