"""Who may do what with an agency."""


def heads(appointment, agency):
    """Whether this appointment is that of the head of this agency."""
    return appointment is not None and appointment.role == "agency_head" and appointment.body_id == agency.pk
