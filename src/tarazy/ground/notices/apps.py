"""The room's place in Django."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Messages to people: an outbox with proof of delivery."""

    name = "tarazy.ground.notices"
    label = "notices"

    def ready(self):
        """Invitations of the room below are sent from here."""
        from tarazy.ground.notices.invitations import write_invitation
        from tarazy.ground.people.events import invited

        invited.connect(write_invitation, dispatch_uid="notices.invitation")
