"""Inviting people, appointing them, ending appointments. Every act is in the journal of the body it concerns."""

from tarazy.ground.people.services.appointments import appoint, end
from tarazy.ground.people.services.invitations import InvitationOver, accept, invite, invite_again, invite_first_leader, withdraw
from tarazy.ground.people.services.profile import change_profile

__all__ = [
    "InvitationOver",
    "accept",
    "appoint",
    "change_profile",
    "end",
    "invite",
    "invite_again",
    "invite_first_leader",
    "withdraw",
]
