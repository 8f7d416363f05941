"""`manage.py found_agency`: an agency on the platform, with its first rulebook and an invitation for its head."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.utils import translation

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.foundation.text import LANGUAGES, Text
from tarazy.ground.ui import dates
from tarazy.reference.agencies import services
from tarazy.reference.agencies.models import Agency
from tarazy.reference.agencies.rulebook import LEVELS


class Command(BaseCommand):
    """Founds the agency once; another run changes nothing, unless it is told to invite the head anew."""

    help = "Makes an agency with a rulebook of neutral values and sends its head a link to choose a password."

    def add_arguments(self, parser):
        parser.add_argument("--acronym", required=True, help="what the agency is called for short; no two have the same")
        for code, language in zip(LANGUAGES, ("Kazakh", "Russian", "English"), strict=True):
            parser.add_argument(f"--{code}", required=True, help=f"its name in {language}")
        parser.add_argument("--levels", required=True, nargs="+", choices=LEVELS, help="the levels of education that it accredits")
        parser.add_argument("--head-name", required=True, help="first name and surname of its head")
        parser.add_argument("--head-email", required=True, type=_address, help="where the link is sent")
        parser.add_argument("--language", default="ru", choices=LANGUAGES, help="the language of the letter to the head")
        parser.add_argument("--again", action="store_true", help="the letter was lost or its address wrong: invite the head anew")

    @translation.override("en")
    def handle(self, **options):
        """Found the agency, or say why not."""
        head = {name: options[name] for name in ("head_name", "head_email", "language")}
        known = Agency.objects.filter(acronym__iexact=options["acronym"]).first()
        try:
            if known and not options["again"]:
                raise CommandError(_already(known))
            invitation = services.invite_head(known, now=clock.now(), **head) if known else self._found(options, head)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{invitation.email} is invited as its head; the link ends on {dates.day(invitation.expires_at)}.")
        self.stdout.write("The letter waits for `tarazy worker`, which sends it.")

    def _found(self, options, head):
        name = Text(**{code: options[code] for code in LANGUAGES})
        agency, invitation = services.found_agency(acronym=options["acronym"], name=name, levels=options["levels"], now=clock.now(), **head)
        self.stdout.write(f"{agency.acronym} is on the platform with a rulebook of neutral values, in force from today.")
        self.stdout.write("Until its number in the register of recognised bodies is recorded it cannot accept applications:")
        self.stdout.write(f"tarazy manage change_agency --acronym {agency.acronym} --register-number …")
        return invitation


def _already(agency):
    return (
        f"{agency.acronym} is on the platform already; nothing was changed. "
        "If its head never received the letter, run this with --again: they are invited anew."
    )


def _address(typed):
    try:
        validate_email(typed)
    except ValidationError as error:
        raise CommandError(f"{typed} is not an e-mail address.") from error
    return typed
