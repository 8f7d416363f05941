"""`manage.py change_agency`: what the platform knows of an agency beside its rulebook."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from tarazy.ground.foundation import clock
from tarazy.reference.agencies.models import Agency
from tarazy.reference.agencies.rulebook import LEVELS
from tarazy.reference.agencies.services import change_agency

FIELDS = ("levels", "networks", "register_number", "email", "website", "deqar_id")


class Command(BaseCommand):
    """Changes what is named, leaves the rest; the agency's journal keeps before and after."""

    help = "Changes an agency's levels, profile networks, number in Register 1 or addresses; what is not named stays."

    def add_arguments(self, parser):
        parser.add_argument("--acronym", required=True, help="which agency")
        parser.add_argument("--levels", nargs="+", choices=LEVELS, help="the levels of education that it accredits")
        parser.add_argument("--networks", nargs="*", help="profile networks of which it is a full member, as WFME ENAEE; none: of none")
        parser.add_argument("--register-number", help="its number in the register of recognised agencies")
        parser.add_argument("--email", help="where it is written to")
        parser.add_argument("--website", help="its address on the web")
        parser.add_argument("--deqar-id", help="its number in DEQAR")

    @translation.override("en")
    def handle(self, **options):
        """Change it, or say why not."""
        agency = Agency.objects.filter(acronym__iexact=options["acronym"]).first()
        if agency is None:
            raise CommandError(f"No agency on the platform is called {options['acronym']}.")
        values = {name: options[name] for name in FIELDS if options.get(name) is not None}
        changed = change_agency(agency, values=values, now=clock.now())
        self.stdout.write(f"{agency.acronym}: {', '.join(changed)} changed." if changed else f"{agency.acronym}: nothing to change.")
