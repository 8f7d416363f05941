"""The forms of the steps that belong to the case itself."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.queries import coordinators_of
from tarazy.ground.documents.fields import DocumentsField
from tarazy.ground.people.models import Appointment


class StepForm(forms.Form):
    """The base of every step's form: it knows the case, who acts, and which outcome was chosen ("" before a choice).

    `needed_for = {"decline": ("reasons",)}` makes fields required for one outcome only.
    """

    needed_for: dict[str, tuple[str, ...]] = {}

    def __init__(self, *args, case, by, outcome="", outcomes=(), **kwargs):
        self.case, self.by, self.outcome = case, by, outcome
        super().__init__(*args, **kwargs)
        if len(outcomes) > 1:
            choices = [(choice.key, choice.title) for choice in outcomes]
            field = forms.ChoiceField(label=_("What do you decide?"), choices=choices, widget=forms.RadioSelect)
            self.fields = {"outcome": field, **self.fields}

    def clean(self):
        """Ask for what the chosen outcome needs."""
        cleaned = super().clean()
        for name in self.needed_for.get(self.outcome, ()):
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, self.fields[name].error_messages["required"])
        return cleaned


class DayField(forms.DateField):
    """A day, chosen in the browser's own calendar."""

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        super().__init__(**kwargs)


def long_text(label, *, rows=6, required=True, hint=""):
    """A field for several paragraphs."""
    return forms.CharField(label=label, required=required, help_text=hint, widget=forms.Textarea(attrs={"rows": rows}))


class ApplicationForm(StepForm):
    """R233: description of activity and copies of the licence."""

    description = long_text(_("Short description of activity"), hint=_("What you teach, to how many, where; what you are proud of."))
    licences = DocumentsField(label=_("Copies of the licence and its annexes"))


class CapabilityReviewForm(StepForm):
    """R222: the agency weighs its own ability before it accepts."""

    profile = forms.BooleanField(label=_("The profile of the organisation lies within our field"), required=False)
    programmes = forms.BooleanField(label=_("Its programmes lie within our field"), required=False)
    policies = forms.BooleanField(label=_("Our policies and standards fit it"), required=False)
    staff = forms.BooleanField(label=_("We have competent staff and experts who are free"), required=False)
    reasons = long_text(_("Reasons"), rows=4, required=False, hint=_("The institution reads them. They are needed when you decline."))
    needed_for = {"accept": ("profile", "programmes", "policies", "staff"), "decline": ("reasons",)}


class ProcurementForm(StepForm):
    """R234: the procurement of a state-owned organisation."""

    number = forms.CharField(label=_("Number of the procurement on the portal"), max_length=60)
    awarded_on = DayField(label=_("Awarded on"))


class ContractForm(StepForm):
    """R234: price, stages, terms."""

    price = forms.DecimalField(label=_("Price"), min_value=0, max_digits=12, decimal_places=2)
    report_due_on = DayField(label=_("Self-assessment report by"))
    visit_planned_for = DayField(label=_("Site visit planned for"))
    language = forms.ChoiceField(label=_("Language of the contract"), choices=[("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["price"].initial = self.case.values.get("fees", {}).get(self.case.institution.level)
        self.fields["language"].initial = "kk"

    def clean(self):
        """The visit comes after the report."""
        cleaned = super().clean()
        report, visit = cleaned.get("report_due_on"), cleaned.get("visit_planned_for")
        if report and visit and visit <= report:
            self.add_error("visit_planned_for", _("The visit must be planned for a day after the report is due."))
        return cleaned


class ContractInstitutionForm(StepForm):
    """The head confirms this version, or says what should change."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    remarks = long_text(_("What should change"), rows=4, required=False)
    needed_for = {"return": ("remarks",)}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        contract = getattr(self.case, "contract", None)
        self.fields["version"].initial = contract.version_id if contract else None


class ContractAgencyForm(ContractInstitutionForm):
    """The agency confirms this version."""

    remarks = None
    needed_for = {}


class CoordinatorChoice(forms.ModelChoiceField):
    """Shows a coordinator with how many cases they have."""

    def label_from_instance(self, obj):
        """Name and load, as one sentence."""
        return _("%(name)s, open cases: %(count)s") % {"name": obj.person.name, "count": obj.load}


class CoordinatorForm(StepForm):
    """R235: who answers for the case."""

    coordinator = CoordinatorChoice(label=_("Coordinator"), queryset=Appointment.objects.none())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["coordinator"].queryset = coordinators_of(self.case.agency_id)


class VisitRecordForm(StepForm):
    """A visit or an audit that took place: when, who, what was found."""

    held_on = DayField(label=_("Held on"))
    people = forms.CharField(label=_("Who took part"), max_length=300)
    summary = long_text(_("What was found and agreed"))
    files = DocumentsField(label=_("Documents"), required=False)


class SiteVisitForm(StepForm):
    """The chair notes that the visit took place and what differed from the programme."""

    summary = long_text(_("How the visit went"), hint=_("What differed from the programme, and why."))


class MessageForm(forms.Form):
    """A message between the institution and the agency."""

    text = long_text(_("Your message"), rows=3, hint=_("The institution and the agency see it; experts do not."))
