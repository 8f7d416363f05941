"""What levels and kinds of sets are called."""

from itertools import groupby

from django.utils.translation import gettext_lazy as _

from tarazy.reference.institutions.models import Level

LEVEL_NAMES = {**{level.value: level.label for level in Level}, "teacher": _("Teacher education")}
KIND_NAMES = {
    "internal": _("Internal quality assurance"),
    "external": _("External quality assurance"),
    "directions": _("Directions of institutional accreditation"),
}
OWNER_NAMES = {"guidelines": _("Guidelines"), "iqaa": "IQAA"}


def grouped(sets):
    """Sets in the order given, parted by level: `[(name of the level, [set, …])]`."""
    return [(LEVEL_NAMES[level], list(ones)) for level, ones in groupby(sets, key=lambda one: one.level)]
