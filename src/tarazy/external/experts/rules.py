"""Who may look into the pool of experts, and who keeps it."""

READERS = ("agency_head", "coordinator", "analyst", "secretary", "registrar")
KEEPERS = ("agency_head", "coordinator")


def reads_pool(appointment):
    """People of an agency see its pool."""
    return appointment is not None and appointment.role in READERS


def keeps_pool(appointment):
    """Its head and its coordinators add experts, change what is known of them and record certificates."""
    return appointment is not None and appointment.role in KEEPERS
