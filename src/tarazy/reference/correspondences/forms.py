"""Disputing a correspondence and answering."""

from django import forms
from django.utils.translation import gettext_lazy as _


class DisputeForm(forms.Form):
    """Why a correspondence is wrong."""

    reason = forms.CharField(
        label=_("What is wrong with it?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Everybody can read your reason with your name, and the answer to it."),
        error_messages={"required": _("Say what is wrong with the correspondence.")},
    )


class AnswerForm(forms.Form):
    """The answer to a dispute."""

    upheld = forms.ChoiceField(
        label=_("Is the objection right?"),
        choices=[("yes", _("Yes: the correspondence is withdrawn")), ("no", _("No: the correspondence stands"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether the objection is right.")},
    )
    answer = forms.CharField(
        label=_("Answer"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Everybody can read it."),
        error_messages={"required": _("Answer in a sentence; everybody can read it.")},
    )
