"""`manage.py load_standards`: bring the library to what the packages say; quick when nothing changed."""

from django.core.management.base import BaseCommand, CommandError

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import Refused
from tarazy.reference.standards import services
from tarazy.reference.standards.package import PackageInvalid


class Command(BaseCommand):
    """Loads every package of the room."""

    help = "Loads the standards packages; a package that is loaded already is left alone."

    def handle(self, **_options):
        """Load, and say what came in."""
        try:
            loaded = services.load_all(now=clock.now())
        except (PackageInvalid, Refused) as error:
            raise CommandError("\n".join([*error.__notes__, str(error)])) from error
        for one in loaded:
            if one.is_new:
                self.stdout.write(f"{one.set.key} {one.set.version}")
