"""What is asked in the steps of monitoring."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.forms import DayField, StepForm, long_text
from tarazy.external.monitoring.models import PlannedAction
from tarazy.ground.documents.fields import DocumentField


class ActionPlanForm(StepForm):
    """The plan itself is written on its own page."""

    note = long_text(_("Note to the agency"), rows=3, required=False)


class InterimReportForm(StepForm):
    """What was done about each recommendation, and what has changed."""

    text = long_text(_("What was done about each recommendation, and what has changed since the certificate"), rows=10)
    file = DocumentField(label=_("Report as a document"), required=False)


class MonitoringReviewForm(StepForm):
    """The agency's verdict, with its grounds."""

    grounds = long_text(_("Grounds"), rows=5, hint=_("The institution reads them; a suspension or a withdrawal is published."))


class RenewalForm(StepForm):
    """Whether the institution goes on."""

    note = long_text(_("Note to the agency"), rows=3, required=False)


class PlannedActionForm(forms.ModelForm):
    """One action: what, who, by when, how one will see that it worked."""

    due_on = DayField(label=_("By when"))

    class Meta:
        model = PlannedAction
        fields = ("action", "responsible", "due_on", "indicator")
        labels = {
            "action": _("What will be done"),
            "responsible": _("Who answers for it"),
            "indicator": _("How it will be seen that it worked"),
        }
        widgets = {"action": forms.Textarea(attrs={"rows": 3})}
