"""The room's place in Django."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Messages to people: an outbox with proof of delivery."""

    name = "tarazy.ground.notices"
    label = "notices"

    def ready(self):
        """Invitations of the room below are sent from here."""
        from tarazy.ground.notices.invitations import write_invitation  # noqa: PLC0415 (needs the models)
        from tarazy.ground.people.events import invited  # noqa: PLC0415 (as above)

        invited.connect(write_invitation, dispatch_uid="notices.invitation")
