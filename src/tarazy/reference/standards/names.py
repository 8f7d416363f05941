"""What levels and kinds of sets are called."""

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
    """Sets in the order given, under each level that they serve: `[(name of the level, [set, …])]`."""
    served = [(name, [one for one in sets if level in one.levels]) for level, name in LEVEL_NAMES.items()]
    return [(name, ones) for name, ones in served if ones]
