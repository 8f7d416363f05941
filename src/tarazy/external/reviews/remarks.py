"""Remarks of the technical review beside the criterion that they concern, on the institution's own pages."""

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from tarazy.external.cases.models import Record
from tarazy.external.reviews.models import ReviewRemark


def remarks_beside(assessment, standard, appointment):
    """The remark on this standard from the latest closed review, as a panel; nothing before a review was closed (R238)."""
    closed = Record.objects.filter(case=OuterRef("report__case"), step="technical_review", round=OuterRef("report__round"))
    remarks = ReviewRemark.objects.filter(Exists(closed), report__case__selfassessment=assessment, standard=standard).exclude(text="")
    remark = remarks.select_related("report__case").order_by("-report__pk").first()
    if remark is None:
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
