"""Searching the library."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tarazy.reference.standards.names import ACTOR_NAMES, FOUND_NAMES, LEVEL_NAMES


class SearchForm(forms.Form):
    """One line of words, in any of the three languages; what narrows the search travels with it."""

    q = forms.CharField(label=_("Search the standards"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"}))
    level = forms.ChoiceField(required=False, choices=[("", ""), *LEVEL_NAMES.items()], widget=forms.HiddenInput)
    kind = forms.ChoiceField(required=False, choices=[("", ""), *FOUND_NAMES.items()], widget=forms.HiddenInput)
    actor = forms.ChoiceField(required=False, choices=[("", ""), *ACTOR_NAMES.items()], widget=forms.HiddenInput)
