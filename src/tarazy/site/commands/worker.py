"""Do the work that was queued: mails, reminders, whatever should not keep a reader waiting."""

import argparse

import django

from tarazy.site import postgres, readiness


def arguments(parser: argparse.ArgumentParser) -> None:
    """How many pieces of work at once."""
    parser.add_argument(
        "--concurrency",
        type=int,
        default=2,
        help="pieces of work at once (default: %(default)s)",
    )


def run(options: argparse.Namespace) -> int:
    """Work until a signal comes; work that has begun is finished first."""
    from tarazy.site import settings

    readiness.require(readiness.secret)
    with postgres.ensure_running(settings.DATA):
        django.setup()
        from django.db import connection
        from procrastinate.contrib.django import app

        readiness.require(readiness.database, readiness.catalogues)
        connection.close()
        with app.replace_connector(app.connector.get_worker_connector()) as hands:
            hands.run_worker(
                concurrency=options.concurrency,
                shutdown_graceful_timeout=5.0,
                delete_jobs="successful",
            )
    return 0
