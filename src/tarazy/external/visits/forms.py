"""The forms of the visit: those of its steps in the order of the procedure, and those of its pages."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.forms import DayField, StepForm, long_text
from tarazy.external.reviews.states import WRITTEN_IN
from tarazy.external.visits.models import VisitSession
from tarazy.external.visits.queries import sendable_documents
from tarazy.ground.foundation import clock
from tarazy.ground.foundation.calendar import is_working_day
from tarazy.ground.ui.dates import weekday_day


class AppointmentOrderForm(StepForm):
    """The order: its number and language, and the first day of the visit (R241)."""

    number = forms.CharField(label=_("Number of the order"), max_length=40)
    first_day = DayField(
        label=_("First day of the visit"), help_text=_("A working day. The visit takes as many working days as the rulebook says.")
    )
    language = forms.ChoiceField(label=_("Language of the order and of the report"), choices=WRITTEN_IN)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        contract = getattr(self.case, "contract", None)
        self.fields["first_day"].initial = contract.visit_planned_for if contract else None

    def clean_first_day(self):
        """A working day, late enough for the experts to read the materials (R244)."""
        day = self.cleaned_data["first_day"]
        earliest = clock.today() + timedelta(days=self.case.values["materials_days_before_visit"])
        if day < earliest:
            raise forms.ValidationError(
                _("The experts need the materials %(days)s days before the visit: choose a later day."),
                params={"days": self.case.values["materials_days_before_visit"]},
            )
        if not is_working_day(day):
            raise forms.ValidationError(_("The visit must begin on a working day."))
        return day


class DocumentsOfCase(forms.ModelMultipleChoiceField):
    """Shows documents of the case by title."""

    def label_from_instance(self, obj):
        """The document's title."""
        return obj.document.title


class MaterialsForm(StepForm):
    """R244: which documents go to the panel beside the sealed report."""

    documents = DocumentsOfCase(
        label=_("Documents for the panel"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The sealed self-assessment report goes to the panel in any case."),
    )
    note = long_text(_("A word to the panel"), rows=3, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["documents"].queryset = sendable_documents(self.case)


class VisitProgrammeForm(StepForm):
    """The programme is drawn up on the work page; here it goes to the institution."""


class ProgrammeAgreedForm(StepForm):
    """R246: the institution agrees, or says what should change."""

    change = long_text(_("What should change"), rows=4, required=False, hint=_("Needed when you ask for a change."))
    needed_for = {"change": ("change",)}


class MoveVisitForm(forms.Form):
    """Other days for the visit."""

    first_day = DayField(label=_("New first day"))
    why = forms.CharField(label=_("Why"), max_length=300, help_text=_("The institution and the panel read it."))


class SessionForm(forms.ModelForm):
    """One session of the programme."""

    day = forms.TypedChoiceField(label=_("Day"))

    class Meta:
        model = VisitSession
        fields = ("day", "starts", "ends", "title", "group", "place", "online")
        labels = {
            "starts": _("Starts at"),
            "ends": _("Ends at"),
            "title": _("Title of the session"),
            "group": _("With whom"),
            "place": _("Place"),
            "online": _("Online"),
        }
        widgets = {
            "starts": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "ends": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        }

    def __init__(self, *args, days, **kwargs):
        super().__init__(*args, **kwargs)
        self.days = {f"{day:%Y-%m-%d}": day for day in days}
        self.fields["day"].choices = [(key, weekday_day(day)) for key, day in self.days.items()]
        self.fields["day"].coerce = self.days.get

    def clean(self):
        """A session ends after it starts."""
        cleaned = super().clean()
        if cleaned.get("starts") and cleaned.get("ends") and cleaned["ends"] <= cleaned["starts"]:
            self.add_error("ends", _("A session ends after it starts."))
        return cleaned
