"""The form fields of one rulebook value: most values have one field, seats, scale and fees have a table of them.

A part says its fields, how a stored value fills them, and how the value is read from what was typed.
"""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from tarazy.ground.foundation.text import LANGUAGES
from tarazy.reference.agencies.names import LEVEL_NAMES, SEAT_NAMES
from tarazy.reference.agencies.rulebook import LEVELS, SEAT_ROLES, Kind

SCALE_ROWS = 6
LANGUAGE_LABELS = {"kk": _("In Kazakh"), "ru": _("In Russian"), "en": _("In English")}


class Single:
    """One field for one value."""

    is_table = False

    def __init__(self, rule):
        self.rule = rule
        self.names = [rule.key]

    def fields(self):
        """The field by its name."""
        rule = self.rule
        hint = {"label": rule.title, "help_text": format_lazy("{} {}", rule.explanation, rule.origin)}
        if rule.kind == Kind.BOOLEAN:
            return {rule.key: forms.BooleanField(required=False, **hint)}
        if rule.kind == Kind.CHOICE:
            return {rule.key: forms.ChoiceField(choices=[(choice, choice) for choice in rule.choices], **hint)}
        if rule.kind == Kind.PATTERN:
            return {rule.key: forms.CharField(max_length=100, **hint)}
        label = format_lazy("{}, {}", rule.title, rule.unit)
        return {rule.key: forms.IntegerField(widget=_number(rule.minimum, rule.maximum), **{**hint, "label": label})}

    def initial(self, value):
        """What stands in the field for a stored value."""
        return {self.rule.key: value}

    def read(self, typed):
        """The value."""
        return typed[self.rule.key]


class Table:
    """A value with a field for each row and column; `rows` are `(label, [name, …])`, `columns` their headings."""

    is_table = True

    def __init__(self, rule):
        self.rule = rule
        self.rows = self._rows()
        self.names = [name for _label, names in self.rows for name in names]


class Fees(Table):
    """A sum for each level."""

    columns = (_("Fee"),)

    def _rows(self):
        return [(LEVEL_NAMES[level], [f"fees-{level}"]) for level in LEVELS]

    def fields(self):
        """A number for each level."""
        return {f"fees-{level}": _cell(forms.IntegerField, LEVEL_NAMES[level], widget=_number(0, self.rule.maximum)) for level in LEVELS}

    def initial(self, value):
        """The sums by level."""
        return {f"fees-{level}": fee for level, fee in value.items()}

    def read(self, typed):
        """`{level: sum}`."""
        return {level: typed[f"fees-{level}"] for level in LEVELS}


class Seats(Table):
    """How many seats of each role, for each level; every panel has one chair, who needs no field."""

    roles = SEAT_ROLES[1:]
    columns = tuple(SEAT_NAMES[role] for role in roles)

    def _rows(self):
        return [(LEVEL_NAMES[level], [f"seats-{level}-{role}" for role in self.roles]) for level in LEVELS]

    def fields(self):
        """A number for each level and role."""
        return {
            f"seats-{level}-{role}": _cell(
                forms.IntegerField,
                format_lazy("{}: {}", LEVEL_NAMES[level], SEAT_NAMES[role]),
                required=False,
                min_value=0,
                max_value=9,
                widget=_number(0, 9),
            )
            for level in LEVELS
            for role in self.roles
        }

    def initial(self, value):
        """How many there are of each."""
        return {f"seats-{level}-{role}": seats.count(role) for level, seats in value.items() for role in self.roles}

    def read(self, typed):
        """`{level: [role, …]}`, the chair first."""
        return {
            level: ["chair", *(role for role in self.roles for _seat in range(typed[f"seats-{level}-{role}"] or 0))] for level in LEVELS
        }


class Scale(Table):
    """Levels from best to worst, each with its names and whether it counts as met; rows left empty are no levels."""

    columns = (*LANGUAGE_LABELS.values(), _("Counts as met"))

    def _rows(self):
        return [(str(row + 1), [f"scale-{row}-{column}" for column in (*LANGUAGES, "passes")]) for row in range(SCALE_ROWS)]

    def fields(self):
        """Three names and a box in each row; the level's key goes along unseen."""
        made = {}
        for row in range(SCALE_ROWS):
            for code in LANGUAGES:
                label = format_lazy("{}: {}", row + 1, LANGUAGE_LABELS[code])
                made[f"scale-{row}-{code}"] = _cell(forms.CharField, label, required=False, max_length=60)
            made[f"scale-{row}-passes"] = _cell(forms.BooleanField, format_lazy("{}: {}", row + 1, self.columns[-1]), required=False)
            made[f"scale-{row}-key"] = forms.SlugField(required=False, widget=forms.HiddenInput)
        return made

    def initial(self, value):
        """The levels in their rows."""
        filled = {}
        for row, level in enumerate(value):
            filled |= {f"scale-{row}-{code}": level["name"][code] for code in LANGUAGES}
            filled |= {f"scale-{row}-passes": level["passes"], f"scale-{row}-key": level["key"]}
        return filled

    def read(self, typed):
        """The levels that have a name; a new one gets a key of its own."""
        levels = []
        for row in range(SCALE_ROWS):
            name = {code: typed[f"scale-{row}-{code}"] for code in LANGUAGES}
            if any(name.values()):
                key = typed[f"scale-{row}-key"] or f"level{row + 1}"
                levels.append({"key": key, "name": name, "passes": typed[f"scale-{row}-passes"]})
        return levels


def part_of(rule):
    """The part for a rule."""
    return {Kind.FEES: Fees, Kind.SEATS: Seats, Kind.SCALE: Scale}.get(rule.kind, Single)(rule)


def _number(least, most):
    return forms.NumberInput(attrs={"min": least, "max": most, "inputmode": "numeric"})


def _cell(field, label, **options):
    made = field(label=label, **options)
    made.widget.attrs["aria-label"] = label
    return made
