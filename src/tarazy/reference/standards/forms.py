"""Searching the library."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SearchForm(forms.Form):
    """One line of words, in any of the three languages."""

    q = forms.CharField(label=_("Search the standards"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"}))
