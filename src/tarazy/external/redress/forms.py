"""The forms of the two remedies."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tarazy.external.cases.forms import StepForm, long_text
from tarazy.ground.documents.fields import DocumentField
from tarazy.ground.people.models import Appointment


class PersonChoice(forms.ModelChoiceField):
    """Shows somebody by name and role."""

    def label_from_instance(self, obj):
        """Name and role."""
        return f"{obj.person.name}, {obj.role_name}"


class MembersChoice(forms.ModelMultipleChoiceField):
    """Shows members by name."""

    def label_from_instance(self, obj):
        """The name."""
        return obj.person.name


class AppealWindowForm(StepForm):
    """R253: an appeal names its grounds."""

    grounds = long_text(
        _("Grounds of the appeal"), rows=8, required=False, hint=_("Needed when you appeal: what is wrong with the decision, and why.")
    )
    evidence = DocumentField(label=_("Evidence"), required=False)
    needed_for = {"appeal": ("grounds",)}


class AppealRulingForm(StepForm):
    """R253: a ruling names its grounds."""

    grounds = long_text(_("Grounds of the ruling"), rows=8, hint=_("The institution reads them."))


class ComplaintForm(forms.Form):
    """R249: what the institution disagrees with, and whom it concerns."""

    about = PersonChoice(
        label=_("Whom it concerns"), queryset=Appointment.objects.none(), required=False, empty_label=_("The process, nobody in particular")
    )
    text = long_text(_("What you disagree with"), rows=8, hint=_("What happened, when, and what you ask for."))
    evidence = DocumentField(label=_("Evidence"), required=False)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["about"].queryset = people


class AnswerForm(forms.Form):
    """R227: the answer to a complaint."""

    answer = long_text(_("Your answer"), rows=8, hint=_("What you found and what follows from it. The institution reads it."))


class CommissionForm(forms.Form):
    """Who rules on an appeal."""

    members = MembersChoice(
        label=_("Members of the appeals commission"), queryset=Appointment.objects.none(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["members"].queryset = Appointment.objects.filter(pk__in=[one.pk for one in people]).select_related("person")
