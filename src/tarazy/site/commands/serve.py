"""Serve the pages."""

import argparse
import errno
import os
import socket
from importlib import import_module

import django

from tarazy.site import postgres, readiness
from tarazy.site.commands import CommandError

LAST_PORT = 65535


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
    os.environ["TARAZY_SERVING"] = "1"  # before the settings are read
    os.environ.setdefault("TARAZY_POOL", str(options.threads + 1))
    from tarazy.site import settings

    readiness.require(readiness.secret, readiness.hosts)

    server = _server(options)
    with postgres.ensure_running(settings.DATA):
        _load()
        os.environ["TARAZY_SERVER"] = str(os.getpid())
        server.serve()
    return 0


def _server(options: argparse.Namespace):
    from granian import Granian
    from granian.constants import Interfaces

    return Granian(
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


def _load() -> None:
    """See that all is ready, and read the whole program once, before the processes that serve it part from this one."""
    django.setup()
    from django.conf import settings
    from django.db import connection

    options = connection.settings_dict["OPTIONS"]
    pool = options.pop("pool")  # its threads must not stand here when the processes part
    try:
        readiness.require(readiness.database)
        readiness.require(readiness.pages, readiness.catalogues)
    finally:
        connection.close()
        options["pool"] = pool
    import_module(settings.ROOT_URLCONF)


def require_free(host: str, port: int) -> None:
    """Refuse a port that somebody listens on: the server itself would share it in silence."""
    if not 0 < port <= LAST_PORT:
        message = f"{port} is no port; ports are numbers from 1 to {LAST_PORT}."
        raise CommandError(message)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            taken = problem.errno == errno.EADDRINUSE
            why = "another program listens there" if taken else problem.strerror
            message = f"Port {port} on {host} cannot be used: {why}. Choose another one with --port (make demo PORT=8001)."
            raise CommandError(message) from problem
