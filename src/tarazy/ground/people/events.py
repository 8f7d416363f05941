"""What this room tells the rooms above."""

from django.dispatch import Signal

# An invitation was sent or sent again: invitation, person, now. Received in the transaction that wrote it.
invited = Signal()
