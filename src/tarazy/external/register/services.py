"""Certificates and the register: issuing, publishing, telling the ministry and DEQAR, suspending and withdrawing."""

from django.conf import settings
from django.db import connection, transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from tarazy.external.cases.models import Case
from tarazy.external.cases.services import attach, keep_record
from tarazy.external.cases.states import Kind, Side
from tarazy.external.register import events
from tarazy.external.register.models import Certificate, Entry, StatusChange
from tarazy.external.register.rules import may_change
from tarazy.external.register.states import CHANGED_FROM, CHANGES, REFUSED, STATES
from tarazy.external.register.status import WITHDRAWN
from tarazy.ground.documents.models import Document
from tarazy.ground.documents.services import store_bytes
from tarazy.ground.documents.typeset import qr_svg, typeset
from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.foundation.text import LANGUAGES
from tarazy.ground.journal.services import write
from tarazy.ground.notices.services import from_template, tell
from tarazy.ground.people.models import Appointment
from tarazy.ground.ui.dates import day as written

PUBLIC_SIDES = (Side.INSTITUTION, Side.AGENCY, Side.PANEL, Side.COUNCIL, Side.APPEALS)
NUMBERS_AT_A_TIME = 100


def issue_certificate(act):
    """The certificate of a positive decision, typeset in three languages with a QR code for verification (R254, R265)."""
    case = act.subject
    decision = case.decisions.get(set_aside_at=None)
    number = _next_number(case, act.today)
    document = _certificate_files(act, decision, number)
    Certificate.objects.create(
        number=number,
        decision=decision,
        institution=case.institution,
        agency=case.agency,
        valid_from=decision.valid_from,
        valid_until=decision.valid_until,
        document=document,
        issued_at=act.now,
        issued_by=act.by,
    )
    attach(case, document, step=act.step, round=act.round, sides=(Side.INSTITUTION, Side.AGENCY))
    keep_record(act)


def _certificate_files(act, decision, number):
    """The certificate in each language, as versions of one document."""
    document: Document | None = None
    for language in LANGUAGES:
        data = certificate_data(act.subject, decision, number=number, signature=act.data, language=language)
        pdf = typeset("documents/certificate.typ", data, language=language)
        name, title = f"certificate-{number}-{language}.pdf", _("Certificate %(number)s") % {"number": number}
        document = store_bytes(pdf, name=name, title=title, by=act.by, now=act.now, language=language, document=document).document
    assert document is not None  # noqa: S101 (there are three languages)
    return document


def publish(act):
    """Decision and report enter the public register; refusals are published too (R254, R230)."""
    case = act.subject
    decision = case.decisions.get(set_aside_at=None)
    certificate = Certificate.objects.filter(decision=decision).first()
    if certificate is None and decision.outcome != REFUSED:
        raise Refused(_("Issue the certificate first: the decision is published together with it."))
    if case.report.document is None:
        raise Refused(_("The report has not been signed: there is no file to publish."))
    entry = Entry.objects.create(
        decision=decision,
        institution=case.institution,
        agency=case.agency,
        certificate=certificate,
        kind=case.kind,
        level=case.institution.level,
        region=case.institution.region,
        outcome=decision.outcome,
        decided_on=decision.decided_on,
        valid_until=decision.valid_until,
        report=case.report.document,
        published_at=act.now,
    )
    entry.programmes.set(case.programmes.all())
    keep_record(act)


def record_ministry(act):
    """The information for the national registers 2 and 3 was sent to the authorised body (R256, R230)."""
    sent_on = act.data["sent_on"]
    if sent_on > act.today:
        raise Refused(_("The letter cannot have been sent on a day that has not come yet."))
    _entry(act).update(ministry_sent_on=sent_on)
    keep_record(act)


def record_deqar(act):
    """The report was sent to DEQAR, which gave it a number (R255)."""
    _entry(act).update(deqar_report_id=act.data["report_id"])
    keep_record(act)


@transaction.atomic
def change_status(certificate, kind, *, grounds, by, now, day):
    """Suspend, resume or withdraw a certificate from `day` on, with grounds that are published (R257).

    Raises `Refused` where the change makes no sense (resuming what is not suspended, anything after a withdrawal).
    """
    Certificate.objects.select_for_update().get(pk=certificate.pk)
    last = StatusChange.objects.filter(certificate=certificate).order_by("-day").first()
    if last and day < last.day:
        raise Refused(
            _("The certificate was changed already from %(day)s on: choose that day or a later one.") % {"day": written(last.day)}
        )
    state = Certificate.objects.prefetch_related("changes").get(pk=certificate.pk).state_to_change(day)
    if state not in CHANGED_FROM[kind]:
        raise Refused(
            _("On that day the certificate’s state is “%(state)s”, so it cannot be changed in this way.") % {"state": STATES[state]}
        )
    change = StatusChange.objects.create(certificate=certificate, kind=kind, day=day, grounds=grounds, by=by, at=now)
    write(
        subject=f"case:{certificate.decision.case_id}",
        verb=f"register.{kind}",
        by=by,
        now=now,
        before={"state": state},
        after={"certificate": certificate.number, "day": day},
        why=grounds,
        audience=[Side.INSTITUTION, Side.AGENCY],
    )
    return change


@transaction.atomic
def order_change(certificate, kind, *, grounds, by, now, today):
    """The head of the agency suspends, resumes or withdraws a certificate from today on, wherever its case stands (R229, R257).

    The heads of the institution are told; a withdrawal is told to the rooms above, since nothing is owed after it. The case
    is locked first, as by every step. Raises `NotYours` for anybody else, and `Refused` as `change_status` does.
    """
    case = Case.objects.select_for_update(of=("self",)).select_related("institution", "agency").get(pk=certificate.decision.case_id)
    if not may_change(by, case):
        raise NotYours(_("The head of the agency changes the state of a certificate."))
    change = change_status(certificate, kind, grounds=grounds, by=by, now=now, day=today)
    heads = Appointment.objects.filter(body_id=case.institution_id, role="institution_head").in_force(today)
    tell(
        [held.person for held in heads.select_related("person")],
        subject=CHANGES[kind],
        body=from_template("register/letters/change.txt", change=change, certificate=certificate, case=case),
        url=reverse("register:certificate", args=[certificate.number]),
        cause=f"certificate:{certificate.pk}/{change.pk}",
        now=now,
    )
    if kind == WITHDRAWN:
        events.withdrawn.send(Certificate, case=case, now=now, today=today)
    return change


def certificate_data(case, decision, *, number, signature, language):
    """What the certificate says in `language`, as data for the typeset page."""
    address = settings.SITE_ADDRESS + reverse("register:certificate", args=[number])
    with translation.override(language):
        return {
            "title": _("Certificate %(number)s") % {"number": number},
            "number": number,
            "organisation": case.institution.name.said_in(language)[0],
            "accredited": _accredited(case),
            "details": [f"{programme.code} {programme.name.said_in(language)[0]}" for programme in case.programmes.all()],
            "agency": case.agency.name.said_in(language)[0],
            "valid_from": written(decision.valid_from),
            "valid_until": written(decision.valid_until),
            "address": address,
            "qr": qr_svg(address),
            "signature": {"name": signature["signatory"], "post": signature["post"]},
            "demo": case.is_demonstration,
        }


def _accredited(case):
    if case.kind == Kind.PROGRAMME:
        return _("has passed programme accreditation")
    if case.kind == Kind.CERTIFICATION:
        return _("has passed certification")
    return _("has passed institutional accreditation")


def _next_number(case, today):
    """The next free number of the agency's pattern. One transaction at a time looks for one, until it ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('certificate numbers', 0))")
    parts = {"acronym": case.agency.acronym, "level": case.institution.level[:3].upper(), "year": today.year}
    first = Certificate.objects.filter(agency=case.agency, issued_at__year=today.year).count() + 1
    while True:
        wanted = [case.values["certificate_pattern"].format(**parts, number=number) for number in range(first, first + NUMBERS_AT_A_TIME)]
        taken = set(Certificate.objects.filter(number__in=wanted).values_list("number", flat=True))
        if free := next((number for number in wanted if number not in taken), ""):
            return free
        first += NUMBERS_AT_A_TIME


def _entry(act):
    return Entry.objects.filter(decision=act.subject.decisions.get(set_aside_at=None))
