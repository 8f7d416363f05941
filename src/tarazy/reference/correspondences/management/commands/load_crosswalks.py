"""`manage.py load_crosswalks`: bring the correspondences of standards to what the crosswalks say; after `load_standards`."""

from django.core.management.base import BaseCommand, CommandError

from tarazy.reference.correspondences import services
from tarazy.reference.standards.strictyaml import PackageInvalid


class Command(BaseCommand):
    """Loads every crosswalk of the room."""

    help = "Loads the crosswalks between standards sets; a correspondence that is loaded already is left alone."

    def handle(self, **_options):
        """Load, and say how many came in."""
        try:
            fresh = services.load_crosswalks()
        except PackageInvalid as error:
            raise CommandError("\n".join([*error.__notes__, str(error)])) from error
        if fresh:
            self.stdout.write(f"{fresh} correspondences")
