"""Fills an empty database with the demonstration: invented organisations, people and cases."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from tarazy.ground.foundation import clock
from tarazy.site.demo.agency import make_agency, make_ministry
from tarazy.site.demo.organisations import make_organisations
from tarazy.site.demo.reference import load_reference
from tarazy.site.demo.stories import STORIES, tell


class Command(BaseCommand):
    """All of it in one transaction: a half-made demonstration never stays."""

    help = __doc__

    @transaction.atomic
    def handle(self, *args, **options):  # noqa: ARG002 (Django's signature)
        """Make the nouns first, then walk each case as far as its story tells."""
        if not (settings.DEMO or settings.TESTING):
            message = "Demonstration data belongs only in a demonstration (TARAZY_DEMO=1)."
            raise CommandError(message)
        today = clock.today()
        load_reference()
        organisations = make_organisations(today)
        agency = make_agency(today)
        make_ministry(today)
        for number, story in enumerate(STORIES):
            walk = tell(story, number, agency=agency, organisations=organisations, today=today)
            if options["verbosity"] > 1:
                self.stdout.write(f"{walk.case.number} {story.edition} {story.until}: {(today - walk.today).days} days ago")
