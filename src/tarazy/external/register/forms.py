"""What the registrar is asked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.forms import DayField, StepForm


class CertificateForm(StepForm):
    """Who signs the certificate."""

    signatory = forms.CharField(label=_("Who signs the certificate"), max_length=200)
    post = forms.CharField(label=_("Their post"), max_length=200)


class PublicationForm(StepForm):
    """Nothing is asked: the decision and the signed report are published as they are."""


class MinistryForm(StepForm):
    """When and how the ministry was told."""

    sent_on = DayField(label=_("Sent on"))
    reference = forms.CharField(label=_("Outgoing number of the letter"), max_length=60)


class DeqarForm(StepForm):
    """The number that DEQAR gave to the report."""

    report_id = forms.RegexField(label=_("Number of the report in DEQAR"), regex=r"^\d{1,30}$", max_length=30)
