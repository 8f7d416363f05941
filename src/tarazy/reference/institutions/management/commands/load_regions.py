"""`manage.py load_regions`: the regions of Kazakhstan and the authorised bodies."""

from django.core.management.base import BaseCommand

from tarazy.reference.institutions import services


class Command(BaseCommand):
    """Loads what `regions.py` holds; may be run again at any time."""

    help = "Loads the 20 regions and the two authorised bodies."

    def handle(self, **_options):
        """Load."""
        services.load_regions()
