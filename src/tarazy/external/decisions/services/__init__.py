"""What the department, the coordinator, the secretary and the council do on the way to a decision."""

from tarazy.external.decisions.services.agenda import put_on_agenda
from tarazy.external.decisions.services.ballots import change_ballot, record_ballot
from tarazy.external.decisions.services.conclusions import record_conclusion, record_presentation
from tarazy.external.decisions.services.deciding import record_decision
from tarazy.external.decisions.services.notice import give_notice

__all__ = [
    "change_ballot",
    "give_notice",
    "put_on_agenda",
    "record_ballot",
    "record_conclusion",
    "record_decision",
    "record_presentation",
]
