"""Reading the technical review."""

from types import SimpleNamespace

from tarazy.external.cases.models import Record
from tarazy.external.cases.queries import step_is_open
from tarazy.external.cases.rules import sides_of
from tarazy.external.cases.states import Side
from tarazy.external.reviews.models import ReviewRemark
from tarazy.ground.foundation.text import Text

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
    """A row for each standard: the standard, and what was said of it in this version of the report."""
    said = {remark.standard_id: remark for remark in ReviewRemark.objects.filter(report=report)} if report else {}
    return [SimpleNamespace(standard=standard, remark=said.get(standard.pk)) for standard in case.standards.standards.all()]


def sealed_criteria(case, report, number):
    """What the sealed report says of the criteria of one standard, ready to be read."""
    levels = {entry["key"]: Text.of(entry["name"]) for entry in case.values["scale"]}
    parts = (part for part in report.submission.content["standards"] if part["number"] == number)
    return [
        SimpleNamespace(
            number=criterion["number"],
            text=Text.of(criterion.get("text")),
            rating=levels.get(criterion.get("rating"), "–"),
            answer=criterion.get("answer", ""),
            language=criterion.get("language", ""),
            evidence=criterion.get("evidence", ()),
        )
        for part in parts
        for criterion in part["criteria"]
    ]


def context_technical_review(case, appointment):
    """What the step page shows above the form: how many standards were reviewed, which go back.

    The institution is told nothing before the review is closed.
    """
    if Side.AGENCY not in sides_of(appointment, case) and step_is_open(case, "technical_review"):
        return {"total": 0}
    report = report_under_review(case)
    rows = review_table(case, report)
    return {
        "total": len(rows),
        "reviewed": sum(1 for row in rows if row.remark),
        "rework": [row for row in rows if row.remark and row.remark.to_rework],
    }
