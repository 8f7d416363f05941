"""What a rulebook value is: its type, its limits, what it means and where it comes from."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

LEVELS = ("preschool", "secondary", "vocational", "higher", "additional")
SEAT_ROLES = ("chair", "academic", "employer", "student", "international")


class Kind(StrEnum):
    """The types of values."""

    DAYS = "days"
    CALENDAR_DAYS = "calendar_days"
    MONTHS = "months"
    YEARS = "years"
    PERCENT = "percent"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    PATTERN = "pattern"
    SEATS = "seats"  # {level: [role, …]}
    SCALE = "scale"  # [{"key", "name": {kk, ru, en}, "passes"}], best first
    FEES = "fees"  # {level: whole units of the currency}


class Group(StrEnum):
    """The parts of the page, in its order."""

    PREPARATION = "preparation"
    EVALUATION = "evaluation"
    DECISION = "decision"
    MONITORING = "monitoring"
    THROUGHOUT = "throughout"
    BODIES = "bodies"
    MONEY = "money"
    OPTIONAL = "optional"


GROUP_TITLES = {
    Group.PREPARATION: _("Preparation: from the application to the final report"),
    Group.EVALUATION: _("External evaluation"),
    Group.DECISION: _("Decision, appeal and publication"),
    Group.MONITORING: _("Post-accreditation monitoring"),
    Group.THROUGHOUT: _("In every stage"),
    Group.BODIES: _("Panel, council and scale"),
    Group.MONEY: _("Fees"),
    Group.OPTIONAL: _("Steps that the agency may leave out"),
}
UNITS = {
    Kind.DAYS: _("working days"),
    Kind.CALENDAR_DAYS: _("calendar days"),
    Kind.MONTHS: _("months"),
    Kind.YEARS: _("years"),
    Kind.PERCENT: _("%"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One value of the rulebook.

    `source` is the clause that asks for what the value measures ("S4 2.4; R244"). `is_confirmed` says whether the clause
    gives the value itself; where it does not, the default is a neutral one and the value a setting of the agency.
    """

    key: str
    kind: Kind
    group: Group
    default: Any
    title: Any
    explanation: Any
    source: str
    minimum: int | None = None
    maximum: int | None = None
    choices: tuple[str, ...] = ()
    is_confirmed: bool = False

    @property
    def unit(self):
        """What a number is counted in, as a translated word; "" where nothing is counted."""
        return UNITS.get(self.kind, "")

    @property
    def origin(self):
        """Where the value comes from, as a sentence for the page."""
        if self.is_confirmed:
            return _("Source: %(source)s.") % {"source": cited(self.source)}
        return _("Asked for by: %(source)s. The value itself is not confirmed by a source: a setting of the agency.") % {
            "source": cited(self.source)
        }


SOURCES: dict[str, Any] = {
    "S0": _("IQAA seminar news"),
    "S1": _("Guidelines"),
    "S2": _("IQAA college page"),
    "S3": _("IQAA preschool and secondary page"),
    "S4": _("IQAA procedure"),
    "B1": _("public pages of agencies"),
    "T": "Tarazy",
}


def cited(source):
    """`"S4 2.4; R244"` as people read it, in their language: `"IQAA procedure 2.4"`."""
    said = []
    for part in source.split("; "):
        code, _space, place = part.partition(" ")
        if code in SOURCES:
            said.append(f"{SOURCES[code]} {place}".strip())
    return ", ".join(said)


type Maker = Callable[..., Rule]


def numbers(kind: Kind, group: Group, minimum: int, maximum: int) -> Maker:
    """A maker of rules that are whole numbers of one kind in one group."""

    def make(key, default, title, explanation, source, **changes):
        limits = {"minimum": minimum, "maximum": maximum, **changes}
        return Rule(key, kind, group, default, title, explanation, source, **limits)

    return make
