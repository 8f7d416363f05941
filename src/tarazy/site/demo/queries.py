"""Who can be entered as in the demonstration."""

from collections import defaultdict

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


def people_to_enter_as(day, each=6):
    """The appointments of the demonstration by role, in the order of the procedure: `[(role, [appointment, …]), …]`."""
    held = (
        Appointment.objects.in_force(day).filter(role__in=ORDER, person__email__endswith="@demo.invalid").select_related("person", "body")
    )
    groups = defaultdict(list)
    for appointment in held.order_by("pk"):
        if len(groups[appointment.role]) < each:
            groups[appointment.role].append(appointment)
    return [(groups[role][0].role_name, groups[role]) for role in ORDER if groups[role]]
