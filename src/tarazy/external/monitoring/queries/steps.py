"""What the pages of the interim report and of its review show above the form."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from tarazy.external.cases.models import Case, CaseDocument
from tarazy.external.cases.queries import step_is_open
from tarazy.external.monitoring.models import Duty, InterimReport
from tarazy.external.monitoring.queries.calendar import report_asked_for
from tarazy.external.register.models import Certificate


@dataclass(frozen=True, slots=True)
class Filed:
    """An interim report that was handed in: which one it is, and its file as the case holds it."""

    report: InterimReport
    words: str
    file: CaseDocument | None


def context_interim_report(case: Case, reader: Any) -> dict[str, Any]:
    """Which report is asked for now, and those that were handed in, the newest first."""
    asked = report_asked_for(case) if step_is_open(case, "interim_report") else None
    return {"asked": asked, "asked_words": report_words(case, asked) if asked else "", "filed": filed_reports(case)}


def context_monitoring_review(case: Case, reader: Any) -> dict[str, Any]:
    """The reports that were handed in, the newest first, and the suspension that holds now, which a confirmation lifts."""
    return {"filed": filed_reports(case), "suspension": suspension_of(case)}


def filed_reports(case: Case) -> list[Filed]:
    """The interim reports of a case, the newest first."""
    reports = InterimReport.objects.filter(duty__case=case).select_related("duty", "filed_by__person").order_by("-filed_at", "-pk")
    reports = reports.prefetch_related("progress__action__finding__judgement__standard")
    files = {paper.document_id: paper for paper in case.documents.filter(step="interim_report")}
    return [Filed(report, report_words(case, report.duty), files.get(report.document_id or 0)) for report in reports]


def report_words(case: Case, duty: Duty) -> str:
    """Which report this is, and of how many the calendar holds."""
    if duty.is_extra:
        return _("Another interim report, asked for by the agency")
    total = case.duties.filter(kind=Duty.Kind.INTERIM_REPORT, is_extra=False).count()
    return _("Interim report %(number)s of %(total)s") % {"number": duty.number, "total": total}


def suspension_of(case: Case) -> Any:
    """The suspension of the case's certificate that has not been lifted, else None."""
    certificate = Certificate.objects.filter(decision__case=case, decision__set_aside_at=None).first()
    last = certificate.changes.order_by("-day", "-pk").first() if certificate else None
    return last if last and last.kind == "suspended" else None
