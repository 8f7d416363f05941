"""The seal of an entry: a digest over its content and the seal before it, so that a change anywhere shows."""

import hashlib
import json
from datetime import UTC
from typing import Any


def seal_of(entry: Any, previous_seal: str) -> str:
    """SHA-256 over the entry's content and the seal before it, in hexadecimal.

    The moment is taken in UTC: the database gives it back so, whatever zone it was written in.
    """
    content = [
        previous_seal,
        entry.at.astimezone(UTC).isoformat(),
        entry.person_id,
        entry.appointment_id,
        entry.who,
        entry.subject,
        entry.verb,
        entry.before,
        entry.after,
        entry.why,
        list(entry.audience),
    ]
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
