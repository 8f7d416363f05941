"""Who may do what with an institution."""


def heads(appointment, institution):
    """Whether this appointment is that of the head of this institution."""
    return appointment is not None and appointment.role == "institution_head" and appointment.body_id == institution.pk


def keeps_records(appointment, institution):
    """Whether this appointment may add programmes and licences: the head or a quality officer of this institution."""
    return appointment is not None and appointment.role in ("institution_head", "quality_officer") and appointment.body_id == institution.pk


def registers(appointment):
    """Whether this appointment may bring a new organisation onto the platform: an agency's head or coordinator."""
    return appointment is not None and appointment.role in ("agency_head", "coordinator")


def brings_first_head(appointment, body):
    """Whoever registers organisations may invite the first head of one; the room of people asks this where nobody leads it."""
    return body.kind == "institution" and registers(appointment)
