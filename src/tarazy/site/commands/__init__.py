"""The commands of `tarazy`, one in each module: `arguments` says what it takes, `run` does it and gives the exit code."""


class CommandError(Exception):
    """The command cannot be done; the message is the sentence a person reads."""
