"""The letter that brings somebody their invitation."""

from django.utils.translation import gettext_lazy as _

from tarazy.ground.notices.queries import INVITATION
from tarazy.ground.notices.services import from_template, tell


def write_invitation(*, invitation, person, now, **_signal):
    """Send the invitation's link; a letter that is sent again is a notice of its own, with a new link."""
    tell(
        [person],
        subject=_("You are invited to Tarazy"),
        body=from_template("notices/letters/invitation.txt", invitation=invitation),
        url=f"{INVITATION}{invitation.pk}",
        cause=f"invitation:{invitation.pk}/{invitation.times_sent}",
        now=now,
    )
