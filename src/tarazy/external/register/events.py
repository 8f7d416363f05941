"""What this room tells the rooms above."""

from django.dispatch import Signal

# The head of the agency withdrew a certificate: case, now, today. Received in the transaction that wrote it.
withdrawn = Signal()
