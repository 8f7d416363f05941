"""`python -m scripts.bench [--fresh]`: fill, measure, tell; fails where a limit does not hold."""

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from scripts.bench import database, report

PROJECT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Everything in order; the database server is held as long as it is needed."""
    parser = argparse.ArgumentParser(prog="scripts.bench", description="How fast the pages are on a whole country's data.")
    parser.add_argument("--fresh", action="store_true", help="fill the bench's database anew")
    options = parser.parse_args()
    database.prepare_settings()
    import django

    from tarazy.site import postgres, settings

    with postgres.ensure_running(settings.DATA):
        django.setup()
        database.measure_as_on_a_server()
        if not database.ready(PROJECT, fresh=options.fresh):
            from scripts.bench.filling import fill

            fill(datetime.now(UTC))
            database.filled(PROJECT)
        from scripts.bench.pages import measured

        print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}.", flush=True)
        return report.told(measured(), PROJECT / "build" / "bench.json")


if __name__ == "__main__":
    sys.exit(main())
