"""Show the platform: set everything up, fill it with invented data, and serve it on this machine.

The data is kept between two starts; `--reset` begins afresh.
"""

import argparse
import os
import shutil
import socket
import time
import urllib.error
import urllib.request
from pathlib import Path

import django

from tarazy.site import postgres
from tarazy.site.commands import CommandError, serve
from tarazy.site.processes import Together, together

PATIENCE = 90.0  # seconds until the first page must have answered
KEPT = ("files",)  # folders of the demonstration beside its database


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to show it, and whether from the beginning."""
    parser.add_argument(
        "--port",
        type=int,
        default=8000,
        help="the port to listen on (default: %(default)s)",
    )
    parser.add_argument("--reset", action="store_true", help="delete the demonstration's data first")


def run(options: argparse.Namespace) -> int:
    """Show it until Ctrl-C; then no process is left, the database server included."""
    began = time.monotonic()
    address = f"http://localhost:{options.port}"
    os.environ["TARAZY_DEMO"] = "1"
    os.environ["TARAZY_ADDRESS"] = address
    serve.require_free("127.0.0.1", options.port)
    _require_unshadowed(options.port)
    from tarazy.site import settings

    if options.reset:
        _reset(settings.DATA)
    with postgres.ensure_running(settings.DATA):
        django.setup()
        from tarazy.site import demonstration

        demonstration.prepare(say=_say)
        with together() as processes:
            processes.start("serve", "--port", str(options.port))
            _await_page(address, processes)
            processes.start("worker")  # second, for the page is what one waits for
            _say(f"Tarazy is shown at {address} ({time.monotonic() - began:.0f} s). Ctrl-C ends it.")
            try:
                return processes.wait()
            except KeyboardInterrupt:
                _say("\nEnding; the data is kept for the next time.")
                return 0


def _require_unshadowed(port: int) -> None:
    """Refuse a port that another program has at the name's other address: a browser asks there first."""
    try:
        socket.create_connection(("::1", port), timeout=1).close()
    except OSError:  # nobody there, or no such address on this machine
        return
    message = f"Another program answers at http://localhost:{port}. Choose another port with --port (make demo PORT=8001)."
    raise CommandError(message)


def _reset(data: Path) -> None:
    if os.environ.get("DATABASE_URL"):
        from tarazy.site import demonstration

        django.setup()
        demonstration.empty()
    elif postgres.is_held(data):
        message = "The demonstration is running. End it with Ctrl-C before you reset it."
        raise CommandError(message)
    else:
        postgres.remove(data)
    for name in KEPT:
        shutil.rmtree(data / name, ignore_errors=True)


def _await_page(address: str, processes: Together) -> None:
    """Wait for the first page itself, so that the address is told only when it answers."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if processes.fallen() is not None:
            message = "The demonstration could not be started; the lines above say why."
            raise CommandError(message)
        try:
            with urllib.request.urlopen(f"{address}/", timeout=30):  # noqa: S310 (our own address)
                return
        except urllib.error.HTTPError as answer:
            if answer.code < 500:  # noqa: PLR2004 (any answer but a server error is a page)
                return
            message = f"The first page of the demonstration failed ({answer.code}); the lines above say why."
            raise CommandError(message) from answer
        except OSError:
            time.sleep(0.1)
    message = f"The demonstration did not answer within {PATIENCE:.0f} s."
    raise CommandError(message)


def _say(sentence: str) -> None:
    print(sentence, flush=True)
