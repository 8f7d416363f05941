"""Remarks of the technical review beside the criterion that they concern, on the institution's own pages."""

from django.urls import reverse
from django.utils.translation import gettext as _

from tarazy.external.cases.models import Record
from tarazy.external.reviews.models import ReviewRemark


def remarks_beside(assessment, standard, appointment):  # noqa: ARG001 (every source is given the reader)
    """The remark on this standard from the latest closed review, as a panel; nothing before a review was closed (R238)."""
    remarks = ReviewRemark.objects.filter(report__case__selfassessment=assessment, standard=standard).exclude(text="")
    remark = remarks.select_related("report__case").order_by("-report__pk").first()
    if remark is None or not _closed(remark.report):
        return []
    return [
        {
            "title": _("Remark of the technical review"),
            "text": remark.text,
            "kind": "warn" if remark.to_rework else "info",
            "url": reverse("procedure:case", args=[remark.report.case.number]),
            "action": _("To the case"),
        }
    ]


def _closed(report):
    return Record.objects.filter(case=report.case_id, step="technical_review", round=report.round).exists()
