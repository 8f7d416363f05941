"""The secret in an invitation's link. It is made from the invitation itself and the platform's key, and never stored."""

import hashlib
from datetime import UTC

from django.utils.crypto import salted_hmac


def token_of(invitation):
    """The token of the invitation as it was sent last: sending it again makes another one."""
    parts = [invitation.email, invitation.body_id, invitation.role, invitation.sent_at.astimezone(UTC).isoformat()]
    return salted_hmac("tarazy.invitation", "\n".join(map(str, parts)), algorithm="sha256").hexdigest()


def hash_of(token):
    """What the database holds to know the token again."""
    return hashlib.sha256(token.encode()).hexdigest()
