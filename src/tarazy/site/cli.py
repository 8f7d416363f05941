"""`tarazy`, the command line of those who run the platform and of those who build it."""

import argparse
import os
import signal
import sys
import threading
from collections.abc import Sequence
from types import FrameType

from tarazy.site.commands import (
    demo,
    doctor,
    manage,
    requirements,
    serve,
    texts,
    worker,
)
from tarazy.site.processes import LIFELINE

COMMANDS = {
    "serve": serve,
    "worker": worker,
    "demo": demo,
    "doctor": doctor,
    "requirements": requirements,
    "texts": texts,
    "manage": manage,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 well, 1 something is wrong, 2 it could not be done."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tarazy.site.settings")
    options = parser().parse_args(argv)
    try:
        return COMMANDS[options.command].run(options)
    except KeyboardInterrupt:
        return 130
    except Exception as problem:
        from tarazy.site.troubles import told

        if not (sentence := told(problem)) or os.environ.get("TARAZY_DEBUG"):
            raise
        sys.stderr.write(f"{sentence}\n")
        return 2


def parser() -> argparse.ArgumentParser:
    """Every command with what it takes; a command's help is the first line of its module."""
    top = argparse.ArgumentParser(prog="tarazy", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True, metavar="command")
    for name, module in COMMANDS.items():
        sentence = (module.__doc__ or "").splitlines()[0]
        raw = {"add_help": False, "prefix_chars": "\0"} if name == "manage" else {}
        module.arguments(commands.add_parser(name, help=sentence, description=sentence, **raw))
    return top


def _leave(number: int, frame: FrameType | None) -> None:
    """Go through every `finally` on the way out, as Ctrl-C does."""
    raise SystemExit(128 + number)


def _hold_lifeline(end: int) -> None:
    """Leave when the process that started this one is gone, however it went: its end of a pipe closes."""

    def wait() -> None:
        os.read(end, 1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True).start()


def entry() -> None:
    """Begin as a process of its own: a terminated one cleans up like an interrupted one."""
    signal.signal(signal.SIGTERM, _leave)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # its terminal was closed; `nohup` asks to stay
        signal.signal(signal.SIGHUP, _leave)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts background jobs deaf to it
    end = os.environ.pop(LIFELINE, "")
    if end:
        _hold_lifeline(int(end))
    sys.exit(main())


if __name__ == "__main__":
    entry()
