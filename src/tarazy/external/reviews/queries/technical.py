"""Reading the technical review."""

from types import SimpleNamespace

from tarazy.external.cases.models import Record
from tarazy.external.cases.queries import step_is_open
from tarazy.external.reviews.models import ReviewRemark

FIRST = "self_assessment_first"


def report_under_review(case):
    """The newest first version that the institution handed in, or None."""
    return case.reports_received.filter(step=FIRST).select_related("submission").order_by("-pk").first()


def reports_reviewed(case):
    """Every first version and rework, the newest first, each with `closed`: whether its review was closed."""
    rounds = set(Record.objects.filter(case=case, step="technical_review").values_list("round", flat=True))
    reports = list(case.reports_received.filter(step=FIRST).select_related("submission").order_by("-pk"))
    for report in reports:
        report.closed = report.round in rounds
    return reports


def review_table(case, report):
    """A row for each standard: the standard, what was said of it, and the institution's ratings in the sealed report."""
    said = {remark.standard_id: remark for remark in ReviewRemark.objects.filter(report=report)} if report else {}
    sealed = {part["number"]: part for part in report.submission.content["standards"]} if report else {}
    return [
        SimpleNamespace(standard=standard, remark=said.get(standard.pk), sealed=sealed.get(standard.number, {}))
        for standard in case.standards.standards.all()
    ]


def context_technical_review(case, appointment):  # noqa: ARG001 (every step page asks the same way)
    """What the step page shows above the form: how many standards were reviewed, how many go back."""
    report = report_under_review(case)
    rows = review_table(case, report)
    return {
        "received": report,
        "total": len(rows),
        "reviewed": sum(1 for row in rows if row.remark),
        "rework": [row for row in rows if row.remark and row.remark.to_rework],
        "is_open": step_is_open(case, "technical_review"),
    }
