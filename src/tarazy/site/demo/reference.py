"""The reference data that the demonstration stands on: regions, school year, standards, their correspondences."""

from io import StringIO

from django.core.management import call_command, get_commands


def load_reference():
    """Load regions, calendar and standards; each command does nothing where its data stands already."""
    known = get_commands()
    for name in ("load_regions", "load_calendar", "load_standards", "load_crosswalks", "load_guidelines"):
        if name in known:
            call_command(name, verbosity=0, stdout=StringIO())
