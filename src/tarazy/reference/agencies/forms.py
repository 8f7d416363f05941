"""The rulebook as a form, every value with its meaning and its source beside the field; the seats of the council."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tarazy.ground.people.models import Appointment
from tarazy.reference.agencies.formparts import part_of
from tarazy.reference.agencies.models import CouncilSeat
from tarazy.reference.agencies.rulebook import GROUP_TITLES, RULES, validate

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class RulebookForm(forms.Form):
    """All values, the day from which they hold, and why they change; filled with the values that hold now."""

    in_force_from = forms.DateField(
        label=_("In force from"), help_text=_("Today or a later day. Cases whose contract is signed keep their own version.")
    )
    note = forms.CharField(
        label=_("Why it changes"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody reads it beside the version."),
    )

    def __init__(self, *args, current, **kwargs):
        self.current = current
        self.parts = {key: part_of(rule) for key, rule in RULES.items()}
        initial = {name: value for key, part in self.parts.items() for name, value in part.initial(current[key]).items()}
        super().__init__(*args, initial={**initial, **kwargs.pop("initial", {})}, **kwargs)
        for part in self.parts.values():
            self.fields.update(part.fields())
        self.order_fields([*(name for part in self.parts.values() for name in part.fields()), "in_force_from", "note"])

    def clean(self):
        """Judge all values together; each sentence goes to its own field. `values` are the clean ones."""
        cleaned = super().clean()
        values = {key: self._value(part, cleaned) for key, part in self.parts.items()}
        try:
            cleaned["values"] = validate(values)
        except ValidationError as error:
            for key, sentences in error.message_dict.items():
                self.add_error(self.parts[key].names[0], sentences)
        return cleaned

    def _value(self, part, typed):
        """What was typed; the value that holds now where a field is wrong by itself, so that the others are still judged."""
        if any(name in self.errors for name in part.names):
            return self.current[part.rule.key]
        return part.read(typed)

    def sections(self):
        """The page: `[(title, anchor, [section part, …])]` by group, in the order of the rulebook."""
        return [
            (title, group, [self._drawn(part) for part in self.parts.values() if part.rule.group == group])
            for group, title in GROUP_TITLES.items()
        ]

    def _drawn(self, part):
        if not part.is_table:
            return {"field": self[part.rule.key]}
        rows = [(label, [self[name] for name in names]) for label, names in part.rows]
        hidden = [field for field in self.hidden_fields() if field.name.startswith(f"{part.rule.key}-")]
        errors = [error for name in part.names for error in self[name].errors]
        return {"rule": part.rule, "columns": part.columns, "rows": rows, "hidden": hidden, "errors": dict.fromkeys(errors)}


class Member(forms.ModelChoiceField):
    """A council member by name."""

    def label_from_instance(self, obj):
        """The name alone: the role is the same for all."""
        return obj.person.name


class SeatForm(forms.Form):
    """Who takes a seat, for which group, from which day."""

    appointment = Member(label=_("Council member"), queryset=Appointment.objects.none(), empty_label=_("Choose a member"))
    group = forms.ChoiceField(label=_("Group"), choices=[("", _("Choose a group")), *CouncilSeat.Group.choices])
    since = forms.DateField(label=_("Member from"), widget=DAY)
    is_chair = forms.BooleanField(label=_("Chairs the council"), required=False)

    def __init__(self, *args, members, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["appointment"].queryset = members


class SeatEndForm(forms.Form):
    """The last day of a seat, and why it ends."""

    until = forms.DateField(label=_("Last day"), widget=DAY)
    why = forms.CharField(label=_("Why the seat ends"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
