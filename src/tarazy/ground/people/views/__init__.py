"""The pages of this room: my own, those of a body's leaders, and the one that an invitation leads to."""

from tarazy.ground.people.views.acceptance import accept
from tarazy.ground.people.views.body import appointments, end
from tarazy.ground.people.views.invitations import invitations, invite_again, withdraw
from tarazy.ground.people.views.own import acting, me

__all__ = ["accept", "acting", "appointments", "end", "invitations", "invite_again", "me", "withdraw"]
