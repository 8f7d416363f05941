"""Load the school years that this version knows; a year that has rows already is left as people have edited it."""

from pathlib import Path

import yaml
from django.core.management.base import BaseCommand
from django.db import transaction

from tarazy.ground.foundation.models import SchoolPeriod
from tarazy.ground.foundation.text import Text

YEARS = Path(__file__).parents[2] / "school_years.yaml"


class Command(BaseCommand):
    """`manage load_calendar`."""

    help = __doc__

    @transaction.atomic
    def handle(self, *_args, **_options):
        """Load what is missing and say how much that was."""
        years = yaml.safe_load(YEARS.read_text(encoding="utf-8"))
        known = set(SchoolPeriod.objects.values_list("school_year", flat=True))
        rows = [row for year in years if year["school_year"] not in known for row in _periods(year)]
        SchoolPeriod.objects.bulk_create(rows)
        self.stdout.write(f"{len(rows)} terms and breaks loaded.")


def _periods(year):
    kinds = SchoolPeriod.Kind
    for term in year["terms"]:
        number = term["number"]
        name = Text(kk=f"{number}-тоқсан", ru=f"{number}-я четверть", en=f"Term {number}")
        yield _period(year, kinds.TERM, name, term)
    for pause in year["breaks"]:
        yield _period(year, kinds.BREAK, Text.of(pause["name"]), pause)


def _period(year, kind, name, days):
    return SchoolPeriod(
        school_year=year["school_year"],
        kind=kind,
        name=name,
        first_day=days["first_day"],
        last_day=days["last_day"],
        source=year["source"],
    )
