"""Reading people and appointments."""

from tarazy.ground.people.models import Appointment


def acting_appointment(person, *, chosen, day):
    """The appointment with the id `chosen` if `person` holds it on `day`, else their first one in force, else None."""
    held = (
        Appointment.objects.filter(person=person)
        .in_force(day)
        .select_related("person", "body")
    )
    return (held.filter(pk=chosen).first() if chosen else None) or held.order_by(
        "pk"
    ).first()
