"""Nouns for tests: people, organisations, agencies with rulebook and council, small standards sets. Cases: factories_cases.py.

Everything is made with sensible defaults and may be told apart by counters; nothing here does what a service should do.
"""

from datetime import UTC, date, datetime
from itertools import count

from tarazy.ground.foundation.text import LANGUAGES
from tarazy.ground.people.models import Appointment, Person
from tarazy.reference.agencies.models import Agency, CouncilSeat, Rulebook
from tarazy.reference.agencies.rulebook import LEVELS, defaults
from tarazy.reference.institutions import bin as bins
from tarazy.reference.institutions.models import Authority, Institution, Programme, Region
from tarazy.reference.institutions.regions import CITIES, REGIONS
from tarazy.reference.standards.models import Criterion, Standard, StandardsSet

DAY = date(2026, 3, 2)  # a Monday in working days all around
NOW = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)  # that day's morning in Kazakhstan
SINCE = date(2025, 9, 1)
PASSWORD = "only-for-tests-2026"
NAMES = (
    "Айгерим Сейтова",
    "Нурлан Ахметов",
    "Әсел Оразбай",
    "Данияр Жұмабеков",
    "Ирина Ковалёва",
    "Ерлан Қасымов",
    "Гүлнұр Төлеген",
    "Олег Ким",
)
COUNCIL_GROUPS = ("education", "employer", "student", "international", "public", "authority")
_numbers, _serials = count(1), count(1)


def in_three_languages(kk, ru=None, en=None):
    """A text in three languages; one word serves for all of them where only one is given."""
    return {"kk": kk, "ru": ru or kk, "en": en or kk}


def make_person(name=None, *, email=None, language="ru", password=None):
    """A person with an account; without `password` they cannot sign in (tests use `client.force_login`)."""
    number = next(_numbers)
    name = name or NAMES[number % len(NAMES)]
    return Person.objects.create_user(email or f"person{number}@example.kz", password, name=name, language=language)


def appoint(person_or_name, body, role, *, since=SINCE, until=None):
    """An appointment of a person, or of a new person of this name, in `body`."""
    person = person_or_name if isinstance(person_or_name, Person) else make_person(person_or_name)
    return Appointment.objects.create(person=person, body_id=body.pk, role=role, since=since, until=until)


def make_region(code="71"):
    """One of the 20 regions; Astana unless told otherwise."""
    names = {number: in_three_languages(*rest) for number, *rest in REGIONS}
    return Region.objects.get_or_create(code=code, defaults={"name": names[code], "is_city": code in CITIES})[0]


def make_bin():
    """A valid BIN that no other organisation has."""
    number = bins.made(year=2001, month=1, serial=next(_serials))
    while Institution.objects.filter(bin=number).exists():
        number = bins.made(year=2001, month=1, serial=next(_serials))
    return number


def make_institution(level="higher", ownership="private", *, name=None, region="71", **fields):
    """An education organisation; `name` may be a text in three languages or one word for all."""
    number = next(_numbers)
    name = name or in_three_languages(f"{number}-ұйым", f"Организация {number}", f"Organisation {number}")
    name = in_three_languages(name) if isinstance(name, str) else name
    values = {"bin": fields.pop("bin", None) or make_bin(), "region": make_region(region), **fields}
    return Institution.objects.create(kind="institution", level=level, ownership=ownership, name=name, **values)


def make_programme(institution, code="6B01101", *, name=None, **fields):
    """A programme of study."""
    name = name or in_three_languages("Педагогика және психология", "Педагогика и психология", "Pedagogy and psychology")
    return Programme.objects.create(institution=institution, code=code, name=name, **fields)


def make_authority(name=None, *, levels=("higher",), **fields):
    """A ministry."""
    return Authority.objects.create(
        kind="authority",
        name=name or in_three_languages("Министрлік", "Министерство", "Ministry"),
        levels=list(levels),
        **fields,
    )


def make_agency(acronym=None, *, levels=LEVELS, name=None, **fields):
    """An accreditation body that accredits `levels`; it has no rulebook yet (`make_rulebook`). Its register number is invented."""
    acronym = acronym or f"AG{next(_numbers)}"
    name = name or in_three_languages(f"{acronym} агенттігі", f"Агентство {acronym}", f"Agency {acronym}")
    fields = {"register_number": "DEMO-1", **fields}
    return Agency.objects.create(kind="agency", acronym=acronym, levels=list(levels), name=name, **fields)


def make_rulebook(agency, *, in_force_from=SINCE, **changes):
    """The next version of the agency's rulebook: neutral values with `changes`."""
    version = Rulebook.objects.filter(agency=agency).count() + 1
    return Rulebook.objects.create(
        agency=agency, version=version, values={**defaults(), **changes}, in_force_from=in_force_from, published_at=NOW
    )


def council(agency, members=5, *, since=SINCE):
    """`members` council seats with their appointments, from the groups in turn; the first one chairs."""
    return [
        CouncilSeat.objects.create(
            agency=agency,
            appointment=appoint(None, agency, "council_member", since=since),
            group=COUNCIL_GROUPS[place % len(COUNCIL_GROUPS)],
            is_chair=place == 0,
            since=since,
        )
        for place in range(members)
    ]


def make_standards(level="higher", *, key=None, version="1", standards=2, criteria=2, **fields):
    """A small complete set: `standards` standards with `criteria` criteria each, numbered "1", "1.1" …"""
    key = key or f"{level}_small_{next(_numbers)}"
    titles = {
        "title": _words("Жинақ", "Набор", "Set", key),
        "summary": _words("Сынаққа", "Для теста", "For tests", key),
    }
    values = {
        "owner": "guidelines",
        "kind": "internal",
        "levels": [level],
        "source": "tests",
        "complete": True,
        "checksum": "0" * 64,
        **titles,
        **fields,
    }
    made = StandardsSet.objects.create(key=key, version=version, level=level, loaded_at=NOW, **values)
    for place in range(1, standards + 1):
        _make_standard(made, place, criteria)
    return made


def _make_standard(made, place, criteria):
    title, purpose = _words("Стандарт", "Стандарт", "Standard", place), _words("Мақсаты", "Цель", "Purpose", place)
    standard = Standard.objects.create(set=made, number=str(place), position=place, title=title, purpose=purpose, source=f"tests {place}")
    for part in range(1, criteria + 1):
        number = f"{place}.{part}"
        Criterion.objects.create(
            standard=standard,
            number=number,
            position=part,
            text=_words("Критерий", "Критерий", "Criterion", number),
            look_at=_words("Не қарау керек", "На что смотреть", "What to look at", number),
            questions=[{"for": "head", "text": _words("Сұрақ", "Вопрос", "Question", number)}],
            evidence=[_words("Дәлел", "Подтверждение", "Evidence", number)],
            source=f"tests {number}",
        )


def _words(kk, ru, en, mark):
    return dict(zip(LANGUAGES, (f"{kk} {mark}", f"{ru} {mark}", f"{en} {mark}"), strict=True))
