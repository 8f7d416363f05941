"""`manage.py load_guidelines`: put provisions and paragraphs of the Guidelines into the search; quick when nothing changed."""

from django.core.management.base import BaseCommand

from tarazy.reference.guidelines import services


class Command(BaseCommand):
    """Indexes what the room's files say."""

    help = "Puts the provisions of the Guidelines into the search of the library; does nothing where they are there."

    def handle(self, **_options):
        """Index, and say whether anything was done."""
        if services.index():
            self.stdout.write("guidelines")
