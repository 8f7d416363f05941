"""Who acts in a case of the demonstration."""

from dataclasses import dataclass, field

from tarazy.external.experts.models import Expert
from tarazy.ground.people.models import Appointment


@dataclass
class Cast:
    """The appointments that take a case through the procedure; `experts` by the seat that they may take."""

    head: Appointment
    officer: Appointment
    agency_head: Appointment
    coordinator: Appointment
    analyst: Appointment
    secretary: Appointment
    registrar: Appointment
    council: list[Appointment]
    appeals: list[Appointment]
    experts: dict[str, list[Expert]] = field(default_factory=dict)
