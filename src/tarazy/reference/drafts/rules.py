"""Who may do what with an agency's drafts."""

EDITORS = ("agency_head", "coordinator")


def may_edit(appointment, agency):
    """Whether this appointment writes the standards of this agency."""
    return appointment is not None and appointment.role in EDITORS and appointment.body_id == agency.pk


def may_publish(appointment, agency):
    """Whether this appointment puts drafts of this agency out for comment and publishes them."""
    return appointment is not None and appointment.role == "agency_head" and appointment.body_id == agency.pk
