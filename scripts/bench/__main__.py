"""`python -m scripts.bench [country] [library] [--fresh]`: fill, measure, tell; fails where a limit does not hold."""

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from scripts.bench import database, report

PROJECT = Path(__file__).resolve().parents[2]
PARTS = ("country", "library")


def main() -> int:
    """Everything in order, or the parts that were named; the database server is held as long as it is needed."""
    parser = argparse.ArgumentParser(prog="scripts.bench", description="How fast the pages are on a whole country's data.")
    parser.add_argument("parts", nargs="*", metavar="part", help=f"which part to measure ({', '.join(PARTS)}); all where none is named")
    parser.add_argument("--fresh", action="store_true", help="fill the bench's databases anew")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    database.prepare_settings()
    import django

    from tarazy.site import postgres, settings

    with postgres.ensure_running(settings.DATA):
        django.setup()
        database.measure_as_on_a_server()
        print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}.", flush=True)
        measured = {"country": _country, "library": _library}
        rows = [row for part in PARTS if part in (options.parts or PARTS) for row in measured[part](fresh=options.fresh)]
        return report.told(rows, PROJECT / "build" / "bench.json")


def _country(*, fresh: bool) -> list[report.Row]:
    if not database.ready(PROJECT, fresh=fresh):
        from scripts.bench.filling import fill

        fill(datetime.now(UTC))
        database.filled(PROJECT)
    from scripts.bench.pages import measured

    return measured()


def _library(*, fresh: bool) -> list[report.Row]:
    if not database.ready(PROJECT, database.LIBRARY, fresh=fresh):
        database.filled(PROJECT, database.LIBRARY)
    from scripts.bench.library.pages import measured

    return measured()


if __name__ == "__main__":
    sys.exit(main())
