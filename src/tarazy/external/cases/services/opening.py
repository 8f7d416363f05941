"""A case is opened: it gets its number, its edition, and the rulebook and standards in force that day."""

from django.db import connection, transaction
from django.utils.translation import gettext as _

from tarazy.external.cases.models import INSTITUTION_ROLES, Case
from tarazy.external.cases.states import Kind, Side
from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.journal.services import write
from tarazy.ground.workflow.services import Setting, start_run
from tarazy.reference.agencies.queries import rulebook_in_force
from tarazy.reference.standards.queries import in_force


@transaction.atomic
def open_case(*, plan, standards_key, institution, agency, kind, programmes=(), by, now, today, demonstration=False):  # noqa: PLR0913 (a case has many nouns)
    """An institution opens a case at an agency; nothing is binding until both confirm the contract (R233, R234).

    `plan` is the edition's plan. Raises `NotYours` for anybody but the institution itself (R062, R100), `Refused` when the
    standards are not loaded, when a programme accreditation names no programme or another institution's, or when a case of
    the same kind is already running at this agency.
    """
    if by.role not in INSTITUTION_ROLES or by.body_id != institution.pk:
        raise NotYours(_("Accreditation is voluntary: the institution itself applies for it."))
    _check_subject(institution, agency, kind, programmes)
    case = Case(
        number=_next_number(today.year),
        institution=institution,
        agency=agency,
        edition=plan.key,
        kind=kind,
        rulebook=_rulebook(agency, today),
        standards=_standards(standards_key, agency, today),
        opened_on=today,
        is_first_time=not _have_worked_together(institution, agency),
        is_demonstration=demonstration,
    )

    def setting_of(run):
        case.run = run
        case.save()
        return setting_for(case)

    start_run(plan=plan, setting_of=setting_of, today=today, by=by, now=now)
    case.programmes.set(programmes)
    parties = [Side.INSTITUTION, Side.AGENCY]
    write(subject=case.journal_name, verb="cases.opened", by=by, now=now, after={"number": case.number}, audience=parties)
    return case


def _have_worked_together(institution, agency):
    """Whether both ever signed a contract; an application alone is no work together (R235)."""
    return Case.objects.filter(institution=institution, agency=agency, contract__agency_signed_at__isnull=False).exists()


def _standards(key, agency, today):
    found = in_force(key, today, agency)
    if found is None:
        raise Refused(_("The standards of this level are not loaded yet; ask the agency."))
    return found


def _rulebook(agency, today):
    found = rulebook_in_force(agency, today)
    if found is None:
        raise Refused(_("The agency has published no rulebook yet; ask the agency."))
    return found


def setting_for(case):
    """What the engine needs to know of a case."""
    return Setting(subject=case, values=case.values, journal=case.journal_name, audience=(Side.INSTITUTION, Side.AGENCY))


def _check_subject(institution, agency, kind, programmes):
    if kind == Kind.PROGRAMME and not programmes:
        raise Refused(_("Choose at least one programme to be accredited."))
    if any(programme.institution_id != institution.pk for programme in programmes):
        raise Refused(_("A programme of another institution cannot be part of the application."))
    running = Case.objects.running().filter(institution=institution, agency=agency, kind=kind)
    if kind != Kind.PROGRAMME and running.exclude(run__steps__key="publication", run__steps__state="done").exists():
        raise Refused(_("A case of this kind is already running at this agency."))


def _next_number(year):
    with connection.cursor() as cursor:  # one number at a time
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('case numbers', 0))")
    last = Case.objects.filter(number__startswith=f"{year}-").order_by("-number").values_list("number", flat=True).first()
    return f"{year}-{int(last.split('-')[1]) + 1 if last else 1:04d}"
