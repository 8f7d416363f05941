"""The words that the evaluation is described with."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# A language is named in itself.
WRITTEN_IN = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
SEATS = {
    "chair": _("Chair"),
    "academic": _("Academic"),
    "employer": _("Employer"),
    "student": _("Student"),
    "international": _("International expert"),
}
FINDINGS = {
    "remark": _("Remark"),
    "recommendation": _("Recommendation"),
    "good_practice": _("Good practice"),
}
ANSWERS = {
    "pending": pgettext_lazy("factual check", "not answered yet"),
    "corrected": pgettext_lazy("factual check", "corrected"),
    "kept": pgettext_lazy("factual check", "kept as it is"),
}


def seat_name(role):
    """What a seat is called; the key itself where an agency invented one."""
    return SEATS.get(role, role)
