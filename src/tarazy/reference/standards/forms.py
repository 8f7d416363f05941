"""Searching the library; disputing a correspondence and answering."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tarazy.reference.standards.names import ACTOR_NAMES, FOUND_NAMES, LEVEL_NAMES


class SearchForm(forms.Form):
    """One line of words, in any of the three languages; what narrows the search travels with it."""

    q = forms.CharField(label=_("Search the standards"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"}))
    level = forms.ChoiceField(required=False, choices=[("", ""), *LEVEL_NAMES.items()], widget=forms.HiddenInput)
    kind = forms.ChoiceField(required=False, choices=[("", ""), *FOUND_NAMES.items()], widget=forms.HiddenInput)
    actor = forms.ChoiceField(required=False, choices=[("", ""), *ACTOR_NAMES.items()], widget=forms.HiddenInput)


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
