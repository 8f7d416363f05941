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


class ProgressForm(forms.Form):
    """What became of a planned action."""

    carried_out = forms.ChoiceField(
        label=_("Was it carried out?"), choices=[("yes", _("Yes, it was carried out")), ("no", _("Not yet"))], widget=forms.RadioSelect
    )
    done_on = DayField(label=_("When was it carried out?"), required=False)
    result = long_text(
        _("With what result, or how far it has come"),
        rows=4,
        required=False,
        hint=_("Answer to the sign of success that the plan names. The agency reads it with the report."),
    )

    def __init__(self, *args, said, today, **kwargs):
        self.today = today
        initial = {"carried_out": "yes" if said.done_on else "no", "done_on": said.done_on, "result": said.result} if said else {}
        super().__init__(*args, initial=initial, **kwargs)

    def clean(self):
        """What was carried out has its day, which has come, and its result."""
        cleaned = super().clean()
        if cleaned.get("carried_out") != "yes":
            return {**cleaned, "done_on": None}
        for name in ("done_on", "result"):
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, self.fields[name].error_messages["required"])
        if (day := cleaned.get("done_on")) and day > self.today:
            self.add_error("done_on", _("This day has not come yet."))
        return cleaned
