"""What is typed about days and periods."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from tarazy.ground.foundation.models import CalendarDay, SchoolPeriod
from tarazy.ground.foundation.text import Text

YEAR = re.compile(r"(\d{4})-(\d{4})")
KINDS = [("term", _("Term")), ("break", _("Break"))]


def _day():
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class NamedForm(forms.ModelForm):
    """A row whose name is given in three languages."""

    kk = forms.CharField(label=_("In Kazakh"), max_length=200)
    ru = forms.CharField(label=_("In Russian"), max_length=200)
    en = forms.CharField(label=_("In English"), max_length=200)

    def text(self):
        """The name, or the reason, as typed."""
        return Text(**{code: self.cleaned_data[code] for code in ("kk", "ru", "en")})


class DayForm(NamedForm):
    """A day that an order moved."""

    is_working = forms.TypedChoiceField(
        label=_("What it is"),
        choices=[("no", _("A day of rest")), ("yes", _("A working day"))],
        coerce=lambda value: value == "yes",
    )

    class Meta:
        model = CalendarDay
        fields = ["day", "is_working", "source"]
        labels = {"day": _("Day"), "source": _("Order, with its number and date")}
        widgets = {"day": _day()}
        error_messages = {"day": {"unique": _("This day stands in the table already. Remove it first.")}}

    field_order = ["day", "is_working", "kk", "ru", "en", "source"]


class PeriodForm(NamedForm):
    """A term or a break of a school year."""

    kind = forms.ChoiceField(label=_("What it is"), choices=KINDS)

    class Meta:
        model = SchoolPeriod
        fields = ["school_year", "kind", "first_day", "last_day", "source"]
        labels = {
            "school_year": _("School year"),
            "first_day": _("First day"),
            "last_day": _("Last day"),
            "source": _("Order, with its number and date"),
        }
        help_texts = {"school_year": _("For example 2026-2027")}
        widgets = {"first_day": _day(), "last_day": _day()}

    field_order = ["school_year", "kind", "kk", "ru", "en", "first_day", "last_day", "source"]

    def clean_school_year(self):
        """Two years that follow each other."""
        year = self.cleaned_data["school_year"]
        found = YEAR.fullmatch(year)
        if not found or int(found[2]) != int(found[1]) + 1:
            raise forms.ValidationError(_("Write the two years of the school year, as 2026-2027."))
        return year

    def clean(self):
        """It ends after it begins."""
        said = super().clean()
        if said.get("first_day") and said.get("last_day") and said["last_day"] < said["first_day"]:
            self.add_error("last_day", _("The last day lies before the first."))
        return said

    def _get_validation_exclusions(self):
        """The two days are compared above, in words; the database's own constraint need not speak."""
        return {*super()._get_validation_exclusions(), "last_day"}
