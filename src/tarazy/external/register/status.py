"""The state of a certificate on a day: a pure function of its dates and its changes."""

from collections.abc import Iterable
from datetime import date

VALID, NOT_YET, EXPIRED, SUSPENDED, WITHDRAWN = "valid", "not_yet", "expired", "suspended", "withdrawn"


def state_on(day: date, *, valid_from: date, valid_until: date, changes: Iterable[tuple[str, date]]) -> str:
    """What a certificate is worth on `day`, its first and last day included.

    `changes` are `(kind, day)` pairs; of two on one day the later in the list counts. A withdrawal is for good and
    outlives the term; a suspension holds until it is lifted, but no longer than the term.
    """
    kinds = [kind for kind, changed_on in sorted(changes, key=lambda change: change[1]) if changed_on <= day]
    if WITHDRAWN in kinds:
        return WITHDRAWN
    if day < valid_from:
        return NOT_YET
    if day > valid_until:
        return EXPIRED
    return SUSPENDED if kinds and kinds[-1] == SUSPENDED else VALID
