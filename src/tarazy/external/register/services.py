"""Certificates and the register: issuing, publishing, telling the ministry and DEQAR, suspending and withdrawing."""

from django.conf import settings
from django.db import connection, transaction
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tarazy.external.cases.services import attach, keep_record
from tarazy.external.cases.states import Kind, Side
from tarazy.external.register.models import Certificate, Entry, StatusChange
from tarazy.ground.documents.services import store_bytes
from tarazy.ground.documents.typeset import qr_svg, typeset
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.foundation.text import LANGUAGES
from tarazy.ground.journal.services import write

PUBLIC_SIDES = (Side.INSTITUTION, Side.AGENCY, Side.PANEL, Side.COUNCIL, Side.APPEALS)
ALLOWED_FROM = {
    "suspended": {"valid", "not_yet"},
    "resumed": {"suspended"},
    "withdrawn": {"valid", "not_yet", "suspended"},
}


def issue_certificate(act):
    """The certificate of a positive decision, typeset in three languages with a QR code for verification (R254, R265)."""
    case = act.subject
    decision = case.decisions.get(set_aside_at=None)
    number = _next_number(case, act.today)
    document = None
    for language in LANGUAGES:
        data = certificate_data(case, decision, number=number, signature=act.data, language=language)
        version = store_bytes(
            typeset("documents/certificate.typ", data, language=language),
            name=f"certificate-{number}-{language}.pdf",
            title=_("Certificate %(number)s") % {"number": number},
            by=act.by,
            now=act.now,
            language=language,
            document=document,
        )
        document = version.document
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


def publish(act):
    """Decision and report enter the public register; refusals are published too (R254, R230)."""
    case = act.subject
    decision = case.decisions.get(set_aside_at=None)
    entry = Entry.objects.create(
        decision=decision,
        institution=case.institution,
        agency=case.agency,
        certificate=Certificate.objects.filter(decision=decision).first(),
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
    _entry(act).update(ministry_sent_on=act.data["sent_on"])
    keep_record(act)


def record_deqar(act):
    """The report was sent to DEQAR, which gave it a number (R255)."""
    _entry(act).update(deqar_report_id=act.data["report_id"])
    keep_record(act)


@transaction.atomic
def change_status(certificate, kind, *, grounds, by, now, day):  # noqa: PLR0913 (an act has many sides)
    """Suspend, resume or withdraw a certificate from `day` on, with grounds that are published (R257).

    Raises `Refused` where the change makes no sense (resuming what is not suspended, anything after a withdrawal).
    """
    Certificate.objects.select_for_update().get(pk=certificate.pk)
    state = Certificate.objects.prefetch_related("changes").get(pk=certificate.pk).state_on(day)
    if state not in ALLOWED_FROM[kind]:
        raise Refused(_("The certificate cannot be changed in this way: see its present state."))
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


def certificate_data(case, decision, *, number, signature, language):
    """What the certificate says in `language`, as data for the typeset page."""
    address = f"{settings.SITE_ADDRESS}/verify/{number}/"
    with translation.override(language):
        return {
            "title": _("Certificate %(number)s") % {"number": number},
            "number": number,
            "organisation": case.institution.name.said_in(language)[0],
            "accredited": _accredited(case),
            "details": [f"{programme.code} {programme.name.said_in(language)[0]}" for programme in case.programmes.all()],
            "agency": case.agency.name.said_in(language)[0],
            "valid_from": date_format(decision.valid_from, "DATE_FORMAT"),
            "valid_until": date_format(decision.valid_until, "DATE_FORMAT"),
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
    with connection.cursor() as cursor:  # one number at a time
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('certificate numbers', 0))")
    count = Certificate.objects.filter(agency=case.agency, valid_from__year=today.year).count()
    pattern = case.values["certificate_pattern"]
    number = ""
    while not number or Certificate.objects.filter(number=number).exists():
        count += 1
        number = pattern.format(acronym=case.agency.acronym, level=case.institution.level[:3].upper(), year=today.year, number=count)
    return number


def _entry(act):
    return Entry.objects.filter(decision=act.subject.decisions.get(set_aside_at=None))
