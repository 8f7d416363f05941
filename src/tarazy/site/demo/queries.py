"""Who can be entered as in the demonstration."""

from collections import defaultdict

from tarazy.external.cases.models import Case
from tarazy.ground.people.models import Appointment

ORDER = (
    "institution_head",
    "quality_officer",
    "agency_head",
    "coordinator",
    "expert",
    "analyst",
    "secretary",
    "council_member",
    "appeals_member",
    "registrar",
    "ministry_officer",
)


INSTITUTION_SIDE = ("institution_head", "quality_officer")
SHOWN = 6


def people_to_enter_as(day):
    """The appointments of the demonstration by role, in the order of the procedure: `[(role, [appointment, …]), …]`.

    Of institutions those that have a case are shown, two of each level, so that there is something to do.
    """
    held = (
        Appointment.objects.in_force(day).filter(role__in=ORDER, person__email__endswith="@demo.invalid").select_related("person", "body")
    )
    shown = _institutions_with_cases()
    groups = defaultdict(list)
    for appointment in held.order_by("pk"):
        if appointment.role in INSTITUTION_SIDE:
            if appointment.body_id in shown:
                groups[appointment.role].append(appointment)
        elif len(groups[appointment.role]) < SHOWN:
            groups[appointment.role].append(appointment)
    return [(groups[role][0].role_name, groups[role]) for role in ORDER if groups[role]]


def _institutions_with_cases():
    levels = defaultdict(list)
    cases = Case.objects.running().filter(is_demonstration=True).order_by("number")
    for level, institution in cases.values_list("institution__level", "institution"):
        levels[level].append(institution)
    return {institution for found in levels.values() for institution in dict.fromkeys(found[:2])}
