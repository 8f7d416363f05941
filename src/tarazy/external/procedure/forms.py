"""The forms that open a case and find one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.states import Kind
from tarazy.external.procedure.editions import EDITIONS
from tarazy.reference.agencies.models import Agency
from tarazy.reference.institutions.models import Level


class NewCaseForm(forms.Form):
    """Which agency, what kind, which programmes; only what fits the institution's level can be chosen."""

    agency = forms.ModelChoiceField(label=_("Agency"), queryset=Agency.objects.none(), empty_label=None, widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("What is to be accredited"), widget=forms.RadioSelect)
    programmes = forms.ModelMultipleChoiceField(
        label=_("Programmes"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only for programme accreditation: several programmes may share one visit."),
    )

    def __init__(self, *args, institution, **kwargs):
        super().__init__(*args, **kwargs)
        self.edition_key = next(key for key, module in EDITIONS.items() if institution.level == module.LEVEL)
        edition = EDITIONS[self.edition_key]
        self.fields["agency"].queryset = Agency.objects.filter(levels__contains=[institution.level]).order_by("pk")
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in edition.KINDS]
        self.fields["programmes"].queryset = institution.programmes.all()
        if Kind.PROGRAMME not in edition.KINDS:
            del self.fields["programmes"]

    def clean(self):
        """A programme accreditation names its programmes; another kind takes none along."""
        cleaned = super().clean()
        if cleaned.get("kind") != Kind.PROGRAMME:
            cleaned["programmes"] = []
        elif not cleaned.get("programmes"):
            self.add_error("programmes", _("Choose at least one programme to be accredited."))
        return cleaned


class CaseFilterForm(forms.Form):
    """What a reader may narrow the list of cases by."""

    q = forms.CharField(label=_("Organisation or number"), required=False, max_length=100)
    level = forms.ChoiceField(label=_("Level"), required=False)
    move = forms.ChoiceField(label=_("Whose move"), required=False, choices=[("", _("Anyone’s")), ("mine", _("Mine"))])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [("", _("All levels")), *Level.choices]
