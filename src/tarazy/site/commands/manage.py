"""Run a command of Django's, as `manage.py` does, with the database server started."""

import argparse

from django.core.management import execute_from_command_line

from tarazy.site import postgres


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take everything as it stands."""
    parser.add_argument("rest", nargs=argparse.REMAINDER)


def run(options: argparse.Namespace) -> int:
    """Hand the words over to Django."""
    from tarazy.site import settings

    with postgres.ensure_running(settings.DATA):
        execute_from_command_line(["tarazy manage", *options.rest])
    return 0
