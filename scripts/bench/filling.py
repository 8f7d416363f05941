"""Fills the bench's database: rows by COPY, consistent with what the services would have written."""

import time
from datetime import datetime
from zoneinfo import ZoneInfo

from django.apps import apps
from django.core.management import call_command
from django.db import transaction

from scripts.bench import cases, organisations, outcomes, papers
from scripts.bench.copying import count_on
from tarazy.reference.institutions.services import relearn_words


def fill(now: datetime) -> None:
    """Fill everything, in one transaction; says what was done and how long it took."""
    began = time.monotonic()
    for name in ("load_regions", "load_calendar", "load_standards", "load_crosswalks"):
        call_command(name, verbosity=0)
    with transaction.atomic():
        _fill(now)
        count_on(apps.get_models())
        relearn_words()
    print(f"Filled in {time.monotonic() - began:.0f} s.", flush=True)


def _fill(now: datetime) -> None:
    today = now.astimezone(ZoneInfo("Asia/Almaty")).date()
    organisations.fill_organisations()
    agency = organisations.fill_agency(now)
    told = cases.all_told(today)
    shelf = papers.Shelf(now)
    cases.fill_cases(told, agency)
    cases.fill_people(told)
    cases.fill_talk(told)
    papers.fill_papers(told, shelf)
    papers.fill_selfassessments(told, shelf, today)
    papers.fill_reports(told)
    outcomes.fill_reviews(told)
    decided = outcomes.fill_decisions(told, agency)
    outcomes.fill_register(decided, agency, shelf)
    shelf.store()
