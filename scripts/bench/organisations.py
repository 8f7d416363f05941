"""Organisations with their programmes, one agency, and the people of all of them."""

from datetime import UTC, date, datetime
from itertools import islice

from scripts.bench import words
from scripts.bench.copying import copy, said
from tarazy.external.experts.models import Background, Expert
from tarazy.ground.people.models import Appointment, Body, Person
from tarazy.reference.agencies.models import Agency, CouncilSeat, Rulebook
from tarazy.reference.agencies.rulebook import defaults
from tarazy.reference.institutions.models import Institution, Ownership, Programme
from tarazy.reference.institutions.regions import REGIONS

ORGANISATIONS, PROGRAMMES = 20_000, 60_000
WITH_CASES = 3_000  # organisations that apply; each has a head with an account
COORDINATORS, EXPERTS, COUNCIL = 130, 300, 9
FIRST_BODY, HEADS, COORDINATING, EXPERTISE, STAFF = 1_000, 100_000, 200_000, 300_000, 400_000  # first numbers
ROLES = ("agency_head", "analyst", "secretary", "registrar")
SINCE = date(2020, 9, 1)
JOINED = datetime(2020, 9, 1, tzinfo=UTC)


def level_of(organisation: int) -> str:
    """The level of the organisation with this place among all."""
    return words.LEVELS[organisation % len(words.LEVELS)]


def ownership_of(organisation: int) -> str:
    """Two of three are private."""
    return Ownership.STATE if organisation % 3 == 2 else Ownership.PRIVATE  # noqa: PLR2004 (every third)


def fill_organisations() -> None:
    """Twenty thousand organisations of all levels, with sixty thousand programmes."""
    numbers = range(ORGANISATIONS)
    copy(Body, "id kind name", ((FIRST_BODY + n, "institution", said(words.name_of(n, level_of(n)))) for n in numbers))
    copy(
        Institution,
        "body_ptr bin level ownership region head_name",
        (
            (FIRST_BODY + n, bin_, level_of(n), ownership_of(n), REGIONS[n % len(REGIONS)][0], words.proper(n))
            for n, bin_ in zip(numbers, islice(words.bins_made(), ORGANISATIONS), strict=True)
        ),
    )
    named = [said(dict(zip(("kk", "ru", "en"), subject, strict=True))) for subject in words.SUBJECTS]
    each = PROGRAMMES // ORGANISATIONS
    copy(
        Programme,
        "id institution code name nqf_level credits",
        (
            (1 + n * each + place, FIRST_BODY + n, f"6B{n % 90:02d}{place + 1:03d}", named[(n + place) % len(named)], 6, 240)
            for n in numbers
            for place in range(each)
        ),
    )


def fill_agency(now: datetime) -> Agency:
    """The agency that has all the cases, with its rulebook, its council and everybody who works for it."""
    names = {"kk": "Сынақ агенттігі", "ru": "Пробное агентство", "en": "Trial Agency"}
    agency = Agency.objects.create(kind="agency", acronym="TRIAL", levels=list(words.LEVELS), name=names)
    Rulebook.objects.create(agency=agency, version=1, values=defaults(), in_force_from=SINCE, published_at=now)
    _people("head", HEADS, [(FIRST_BODY + n, "institution_head") for n in range(WITH_CASES)])
    _people("coordinator", COORDINATING, [(agency.pk, "coordinator")] * COORDINATORS)
    _people("expert", EXPERTISE, [(agency.pk, "expert")] * EXPERTS)
    _people("staff", STAFF, [(agency.pk, role) for role in (*ROLES, *["council_member"] * COUNCIL)])
    backgrounds = list(Background.values)
    copy(
        Expert,
        "id appointment background levels languages certificate_number certified_until",
        (
            (1 + n, EXPERTISE + n, backgrounds[n % len(backgrounds)], list(words.LEVELS), ["kk", "ru"], f"T-{n}", date(2030, 1, 1))
            for n in range(EXPERTS)
        ),
    )
    seats = [
        CouncilSeat(agency=agency, appointment_id=number, group="education", is_chair=number == member(0), since=SINCE)
        for number in council()
    ]
    CouncilSeat.objects.bulk_create(seats)
    return agency


def staff(role: str) -> int:
    """The appointment of whoever has this role in the agency."""
    return STAFF + ROLES.index(role)


def member(place: int) -> int:
    """The appointment of a member of the council."""
    return STAFF + len(ROLES) + place


def council() -> list[int]:
    """The appointments of the whole council."""
    return [member(place) for place in range(COUNCIL)]


def _people(word: str, first: int, held: list[tuple[int, str]]) -> None:
    copy(
        Person,
        "id email name password joined",
        ((first + n, f"{word}{n}@bench.example", words.proper(n * 7 + 1), "!", JOINED) for n in range(len(held))),
    )
    copy(Appointment, "id person body role since", ((first + n, first + n, body, role, SINCE) for n, (body, role) in enumerate(held)))
