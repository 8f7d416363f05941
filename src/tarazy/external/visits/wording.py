"""What the journal's sentences of this room need beside what their entries hold."""

from datetime import date

from tarazy.ground.ui.dates import day


def day_in_words(entry):
    """The day of a session as the reader's language writes it."""
    return {"day": day(date.fromisoformat(entry.after["day"]))}
