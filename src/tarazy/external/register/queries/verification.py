"""Is this certificate genuine, and is it in force on a day?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tarazy.external.register.models import Certificate, Entry, StatusChange
from tarazy.external.register.queries.standing import last_change, term
from tarazy.external.register.states import BADGES, KINDS, STATES
from tarazy.external.register.status import SUSPENDED, WITHDRAWN


@dataclass(frozen=True, slots=True)
class Answer:
    """What the platform says of a certificate on a day. `entry` is None until the decision is published."""

    certificate: Certificate
    day: date
    state: str
    badge: str
    words: Any
    term: str
    kind: Any
    programmes: list
    entry: Entry | None
    change: StatusChange | None


def spelled(number: str) -> list[str]:
    """The ways in which a number that somebody typed may be kept: as typed, in capitals, without spaces."""
    typed = number.strip()
    return list(dict.fromkeys([typed, typed.upper(), typed.replace(" ", "").upper()]))


def answer(number: str, *, on: date) -> Answer | None:
    """The answer for the certificate of this number on the day `on`, None where there is no such certificate.

    Before publication it tells what the certificate in the asker's hands says already (whom, what, when, by whom), and
    whether it was suspended or withdrawn, since that is what they ask; nothing of the decision, the report or the case.
    """
    known = Certificate.objects.select_related("institution__region", "agency", "decision__case", "entry")
    certificate = known.prefetch_related("changes", "decision__case__programmes").filter(number__in=spelled(number)).first()
    if certificate is None:
        return None
    state = certificate.state_on(on)
    case = certificate.decision.case
    return Answer(
        certificate=certificate,
        day=on,
        state=state,
        badge=BADGES[state],
        words=STATES[state],
        term=term(certificate, state, on),
        kind=KINDS[case.kind],
        programmes=list(case.programmes.all()),
        entry=getattr(certificate, "entry", None),
        change=last_change(certificate, state, on) if state in (SUSPENDED, WITHDRAWN) else None,
    )
