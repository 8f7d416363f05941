"""Serve the pages."""

import argparse
import os
import socket

from tarazy.site import postgres
from tarazy.site.commands import CommandError


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen, and with how many hands."""
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="the address to listen on (default: %(default)s)",
    )
    parser.add_argument(
        "--port",
        type=int,
        default=8000,
        help="the port to listen on (default: %(default)s)",
    )
    parser.add_argument("--workers", type=int, default=2, help="processes (default: %(default)s)")
    parser.add_argument(
        "--threads",
        type=int,
        default=2,
        help="threads in each process (default: %(default)s)",
    )


def run(options: argparse.Namespace) -> int:
    """Serve until a signal comes; requests that have begun are answered first."""
    require_free(options.host, options.port)
    os.environ["TARAZY_SERVING"] = "1"
    os.environ.setdefault("TARAZY_POOL", str(options.threads + 1))
    from granian import Granian
    from granian.constants import Interfaces

    from tarazy.site import settings

    server = Granian(
        "tarazy.site.wsgi:application",
        address=options.host,
        port=options.port,
        interface=Interfaces.WSGI,
        workers=options.workers,
        blocking_threads=options.threads,
        websockets=False,
        log_level="warning",
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    )
    with postgres.ensure_running(settings.DATA):
        server.serve()
    return 0


def require_free(host: str, port: int) -> None:
    """Refuse a port that somebody listens on: the server itself would share it in silence."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            message = f"Port {port} on {host} cannot be used ({problem.strerror}). Choose another one with --port."
            raise CommandError(message) from problem
