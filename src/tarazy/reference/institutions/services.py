"""Changing what is known of institutions; every change of a name teaches the search its words."""

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.translation import gettext as _

from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.foundation.text import Text
from tarazy.ground.journal import services as journal
from tarazy.ground.people.services import invite
from tarazy.reference.institutions import codes
from tarazy.reference.institutions.bin import is_valid
from tarazy.reference.institutions.models import Authority, Institution, Licence, Programme, Region, SearchWord
from tarazy.reference.institutions.queries import words_of
from tarazy.reference.institutions.regions import AUTHORITIES, CITIES, REGIONS, SINCE
from tarazy.reference.institutions.rules import heads, keeps_records, registers

PROFILE_FIELDS = ("name", "founder", "address", "phone", "website", "head_name", "public_links")
LONGEST_WORD = 80


@transaction.atomic
def register_institution(*, by, now, **values):
    """A new organisation on the platform, by an agency (or by the platform itself: `by=None`).

    `values` are fields of `Institution`. Raises `NotYours`, or `ValidationError` with a sentence for a BIN that cannot be
    or that another organisation has.
    """
    if by is not None and not registers(by):
        raise NotYours(_("Only an agency brings a new organisation onto the platform."))
    if not is_valid(values["bin"]):
        raise ValidationError({"bin": _("This is not a valid BIN. Check its twelve digits.")})
    if Institution.objects.filter(bin=values["bin"]).exists():
        raise ValidationError({"bin": _("An organisation with this BIN is on the platform already.")})
    institution = Institution.objects.create(kind="institution", **values)
    learn_words(institution.name)
    _write(institution, "institutions.registered", by=by, now=now, after={"name": institution.name.as_dict(), "bin": institution.bin})
    return institution


def invite_head(institution, *, email, name, language, by, now):
    """Invite the first head of an organisation that nobody leads; everybody else there is invited by the head.

    Raises `NotYours` where somebody leads it or `by` does not register organisations, `Refused` where a head is invited already.
    """
    return invite(email=email, name=name, body=institution, role="institution_head", language=language, by=by, now=now)


@transaction.atomic
def edit_profile(institution, values, *, by, now):
    """Change what the organisation says of itself (`PROFILE_FIELDS`); only its own head may. Gives the changed names."""
    institution = Institution.objects.select_for_update(of=("self",)).get(pk=institution.pk)
    if not heads(by, institution):
        raise NotYours(_("Only the head of the organisation changes its profile."))
    before = {name: _stored(getattr(institution, name)) for name in PROFILE_FIELDS}
    after = {name: _stored(values[name]) for name in PROFILE_FIELDS if name in values}
    changed = [name for name in after if after[name] != before[name]]
    if not changed:
        return []
    for name in changed:
        setattr(institution, name, values[name])
    institution.save()
    learn_words(institution.name)
    told = {"before": {name: before[name] for name in changed}, "after": {name: after[name] for name in changed}}
    _write(institution, "institutions.profile_changed", by=by, now=now, **told)
    return changed


@transaction.atomic
def add_programme(institution, *, by, now, code, name, **values):
    """A programme of the institution; raises `ValidationError` for a code that its level does not have or that it has twice."""
    _keepers_only(by, institution)
    if wrong := codes.fault(code, institution.level):
        raise ValidationError({"code": wrong})
    if Programme.objects.filter(institution=institution, code=code).exists():
        raise ValidationError({"code": _("The organisation has a programme with this code already.")})
    programme = Programme.objects.create(institution=institution, code=code, name=name, **values)
    _write(institution, "institutions.programme_added", by=by, now=now, after={"code": code, "name": Text.of(name).as_dict()})
    return programme


@transaction.atomic
def add_licence(institution, *, by, now, number, issued_on, annex="", subject=""):
    """A licence or an annex to one; raises `Refused` when the institution has it already."""
    _keepers_only(by, institution)
    if Licence.objects.filter(institution=institution, number=number, annex=annex).exists():
        raise Refused(_("This licence is on the list already."))
    licence = Licence.objects.create(institution=institution, number=number, annex=annex, issued_on=issued_on, subject=Text.of(subject))
    _write(institution, "institutions.licence_added", by=by, now=now, after={"number": number, "annex": annex, "issued_on": issued_on})
    return licence


def learn_words(name):
    """Make the words of a name known to the search for misspelt words."""
    words = {
        word for text in Text.of(name).as_dict().values() for word in words_of(text) if len(word) <= LONGEST_WORD and not word.isdigit()
    }
    SearchWord.objects.bulk_create([SearchWord(word=word) for word in sorted(words)], ignore_conflicts=True)


def relearn_words():
    """Fill the vocabulary from the names of all institutions, after many came in at once; gives how many words there are."""
    split = "SELECT DISTINCT regexp_split_to_table(search, '[^[:alnum:]]+') AS word FROM people_body WHERE kind = 'institution'"
    wanted = "length(word) BETWEEN 1 AND %s AND word !~ '^[0-9]+$'"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM institutions_searchword")
        cursor.execute(
            f"INSERT INTO institutions_searchword (word) SELECT word FROM ({split}) AS names WHERE {wanted}",  # noqa: S608 (constants)
            [LONGEST_WORD],
        )
        return cursor.rowcount


@transaction.atomic
def load_regions():
    """Bring regions and authorised bodies to what our sources say; what is there already is left as it is when it agrees."""
    for code, kk, ru, en in REGIONS:
        Region.objects.update_or_create(code=code, defaults={"name": Text(kk, ru, en), "is_city": code in CITIES})
    for authority in AUTHORITIES:
        known = Authority.objects.filter(name__kk=authority["name"]["kk"]).first() or Authority(kind="authority")
        known.name, known.levels, known.since = authority["name"], authority["levels"], SINCE
        known.save()


def _keepers_only(by, institution):
    if by is not None and not keeps_records(by, institution):
        raise NotYours(_("Only the organisation itself keeps its programmes and licences."))


def _stored(value):
    return value.as_dict() if isinstance(value, Text) else value


def _write(institution, verb, *, by, now, **told):
    journal.write(subject=f"institution:{institution.pk}", verb=verb, by=by, now=now, audience=["institution"], **told)
