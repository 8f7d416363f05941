"""Accounts come by invitation only."""

from allauth.account.adapter import DefaultAccountAdapter


class InvitedOnly(DefaultAccountAdapter):
    """Nobody signs up by themselves: an agency or an institution invites people."""

    def is_open_for_signup(self, request):  # noqa: ARG002 (allauth's signature)
        """Sign-up is closed."""
        return False
