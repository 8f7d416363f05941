"""Messages to people: an outbox with proof of delivery."""
