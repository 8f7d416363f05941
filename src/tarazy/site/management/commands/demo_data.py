"""Fills an empty database with the demonstration: invented organisations, people and cases."""

from datetime import timedelta

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.db.models import F

from tarazy.ground.foundation import clock
from tarazy.ground.notices.models import Notice
from tarazy.site.demo.agency import make_agency, make_ministry
from tarazy.site.demo.organisations import make_organisations
from tarazy.site.demo.own_standards import make_own_standards
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
        make_own_standards(agency, organisations, today)
        for number, story in enumerate(STORIES):
            walk = tell(story, number, agency=agency, organisations=organisations, today=today)
            if options["verbosity"] > 1:
                self.stdout.write(f"{walk.case.number} {story.edition} {story.until}: {(today - walk.today).days} days ago")
        _letters_of_the_past(today)


def _letters_of_the_past(today):
    """What was told while the cases were walked counts as sent on its day, and as read but for the last week's."""
    Notice.objects.update(sent_at=F("created_at"))
    Notice.objects.filter(created_at__date__lt=today - timedelta(days=7)).update(read_at=F("created_at"))
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE status = 'todo'")  # nobody has to send them again
