"""What the registrar is asked, and what the public may ask."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.forms import DayField, StepForm, long_text
from tarazy.external.decisions.states import Outcome
from tarazy.external.register.states import CHANGED_FROM, ORDERS, STATES
from tarazy.ground.people.models import Appointment
from tarazy.reference.institutions.models import Level


class CertificateForm(StepForm):
    """Who signs the certificate: the head of the agency, unless another name is given."""

    signatory = forms.CharField(label=_("Who signs the certificate"), max_length=200)
    post = forms.CharField(label=_("Their post"), max_length=200)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        held = Appointment.objects.filter(body_id=self.case.agency_id, role="agency_head", until=None)
        if head := held.select_related("person").order_by("pk").first():
            self.fields["signatory"].initial = head.person.name
            self.fields["post"].initial = str(head.role_name)


class PublicationForm(StepForm):
    """Nothing is asked: the decision and the signed report are published as they are."""


class MinistryForm(StepForm):
    """When and how the ministry was told."""

    sent_on = DayField(label=_("Sent on"))
    reference = forms.CharField(label=_("Outgoing number of the letter"), max_length=60)


class DeqarForm(StepForm):
    """The number that DEQAR gave to the report."""

    report_id = forms.RegexField(
        label=_("Number of the report in DEQAR"),
        regex=r"^\d{1,30}$",
        max_length=30,
        help_text=_("The number at the end of the report’s address in DEQAR."),
        error_messages={"invalid": _("The number consists of digits only.")},
    )


class ChangeForm(forms.Form):
    """What becomes of a certificate, and why; only what makes sense in its state can be chosen."""

    kind = forms.ChoiceField(label=_("What do you decide?"), widget=forms.RadioSelect)
    grounds = long_text(
        _("Grounds"), rows=5, hint=_("The licence was revoked, a report was not handed in: everybody reads it, so name no private person.")
    )

    def __init__(self, *args, state, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind, words) for kind, words in ORDERS.items() if state in CHANGED_FROM[kind]]
        self.fields["kind"].error_messages["invalid_choice"] = _("The certificate’s state is “%(state)s” now: choose again.") % {
            "state": STATES[state]
        }


class SearchForm(forms.Form):
    """What the public looks for in the register; everything may stay empty."""

    q = forms.CharField(label=_("Name, BIN or certificate number"), required=False, max_length=200)
    level = forms.ChoiceField(label=_("Level"), required=False, choices=[("", _("All levels")), *Level.choices])
    region = forms.ChoiceField(label=_("Region"), required=False)
    agency = forms.ChoiceField(label=_("Agency"), required=False)
    outcome = forms.ChoiceField(label=_("Decision"), required=False, choices=[("", _("Any decision")), *Outcome.choices])
    state = forms.ChoiceField(label=_("Status"), required=False, choices=[("", _("Any status")), *STATES.items()])
    on = DayField(label=_("As it stood on"), required=False)

    def __init__(self, *args, regions, agencies, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["region"].choices = [("", _("All Kazakhstan")), *((region.code, region.name) for region in regions)]
        self.fields["agency"].choices = [("", _("All agencies")), *((str(agency.pk), agency.name) for agency in agencies)]


class VerifyForm(forms.Form):
    """The number of a certificate, and the day on which it is to be judged."""

    number = forms.CharField(label=_("Certificate number"), max_length=40)
    on = DayField(label=_("On which day?"), required=False, help_text=_("Leave it empty to ask about today."))


class DayForm(forms.Form):
    """The day on which a certificate is to be judged."""

    on = DayField(label=_("On which day?"), required=False, help_text=_("Leave it empty to ask about today."))
