"""`manage.py load_guidelines`: put provisions and paragraphs of the Guidelines into the search; quick when nothing changed."""

from django.core.management.base import BaseCommand, CommandError

from tarazy.reference.guidelines import services
from tarazy.reference.standards.package import PackageInvalid


class Command(BaseCommand):
    """Indexes what the room's files say."""

    help = "Puts the provisions of the Guidelines into the search of the library; does nothing where they are there."

    def handle(self, **_options):
        """Index, and say whether anything was done."""
        try:
            done = services.index()
        except PackageInvalid as error:
            raise CommandError(str(error)) from error
        if done:
            self.stdout.write("guidelines")
