"""What is asked about experts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tarazy.external.experts.states import BACKGROUNDS, LANGUAGES, LEVELS
from tarazy.ground.people.models import Appointment
from tarazy.reference.institutions.models import Institution


class DayField(forms.DateField):
    """A day, chosen in the browser's own calendar."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)


class InstitutionField(forms.CharField):
    """An organisation by its BIN: short to type, never mistaken. Cleans to the institution, or None."""

    def clean(self, value):
        """Find it."""
        number = super().clean(value)
        if not number:
            return None
        found = Institution.objects.filter(bin=number).first()
        if found is None:
            raise forms.ValidationError(_("No organisation has this BIN."))
        return found

    def prepare_value(self, value):
        """Show the BIN."""
        return value.bin if isinstance(value, Institution) else value


class PoolFilterForm(forms.Form):
    """What the pool may be narrowed by."""

    q = forms.CharField(label=_("Name, field or place of work"), required=False, max_length=100)
    level = forms.ChoiceField(label=_("Level"), required=False, choices=[("", _("All levels")), *LEVELS.items()])
    background = forms.ChoiceField(label=_("Background"), required=False, choices=[("", _("Any")), *BACKGROUNDS.items()])
    only = forms.ChoiceField(
        label=_("Show"),
        required=False,
        choices=[("", _("Everybody")), ("free", _("On no panel now")), ("expiring", _("Certificate missing or ending soon"))],
    )


class CompetenceForm(forms.Form):
    """What an expert can do, and where they work."""

    background = forms.ChoiceField(label=_("Represents"), choices=list(BACKGROUNDS.items()), widget=forms.RadioSelect)
    levels = forms.MultipleChoiceField(label=_("Levels of education"), choices=list(LEVELS.items()), widget=forms.CheckboxSelectMultiple)
    fields_of_work = forms.CharField(label=_("Fields of work"), max_length=300, required=False, help_text=_("Separated by commas."))
    languages = forms.MultipleChoiceField(
        label=_("Reads"), choices=list(LANGUAGES.items()), widget=forms.CheckboxSelectMultiple, required=False
    )
    workplace = InstitutionField(
        label=_("BIN of the education organisation where the expert works"),
        required=False,
        help_text=_("It bars the expert from that organisation’s panels."),
    )
    workplace_name = forms.CharField(label=_("Another place of work"), max_length=200, required=False)
    nominated_by = forms.CharField(label=_("Recommended by"), max_length=200, required=False)

    def competence(self):
        """What was said, as the services take it."""
        said = dict(self.cleaned_data)
        said["fields"] = said.pop("fields_of_work")
        said.pop("appointment", None)
        return said


class AddExpertForm(CompetenceForm):
    """A person who accepted the agency's invitation, and what they can do."""

    appointment = forms.ModelChoiceField(label=_("Expert"), queryset=Appointment.objects.none())
    field_order = ("appointment",)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["appointment"].queryset = people
        self.fields["appointment"].label_from_instance = lambda held: held.person.name


class CertificateForm(forms.Form):
    """The certificate that an expert received after training."""

    number = forms.CharField(label=_("Number of the certificate"), max_length=40)
    issued_on = DayField(label=_("Issued on"), help_text=_("It holds for the years that the agency’s rulebook sets."))


class InterestForm(forms.Form):
    """A tie with an institution."""

    institution = InstitutionField(label=_("BIN of the organisation"))
    nature = forms.CharField(label=_("What connects you"), max_length=300, help_text=_("Work, studies, services, family."))
    since = DayField(label=_("Since"))
    until = DayField(label=_("Until"), required=False, help_text=_("Leave it empty while it lasts."))

    def clean(self):
        """A tie ends after it begins."""
        cleaned = super().clean()
        if cleaned.get("since") and cleaned.get("until") and cleaned["until"] < cleaned["since"]:
            self.add_error("until", _("The last day lies before the first."))
        return cleaned
