"""The agency of the demonstration with its people: staff, council, appeals commission, experts. All invented."""

from datetime import UTC, datetime, time

from tarazy.external.experts.models import Expert
from tarazy.ground.foundation.text import Text
from tarazy.ground.people.models import Appointment, Person
from tarazy.reference.agencies.models import Agency, CouncilSeat, Rulebook
from tarazy.reference.agencies.rulebook import LEVELS, defaults
from tarazy.reference.institutions.models import Authority

STAFF = (
    ("agency_head", ("Асқар Мейрамов",)),
    ("coordinator", ("Айгерім Сейтова", "Наталья Ю", "Олжас Берік")),
    ("analyst", ("Динара Қожа",)),
    ("secretary", ("Мәдина Төре",)),
    ("registrar", ("Виктор Шин",)),
    ("appeals_member", ("Сәуле Қуат", "Антон Ким", "Нұрбол Дәулет")),
)
COUNCIL = (
    ("Қанат Ережеп", "education"),
    ("Лариса Пак", "employer"),
    ("Арман Тілек", "student"),
    ("Helen Marsh", "international"),
    ("Зәуре Сапар", "public"),
    ("Ғалым Оразов", "education"),
    ("Юлия Цой", "authority"),
)
EXPERTS = {
    "academic": ("Ерлан Байжан", "Гүлнар Омар", "Павел Нам", "Шолпан Айтқали", "Әлия Сәрсен", "Михаил Тен", "Рауан Қайрат", "Камила Асан"),
    "employer": ("Тимур Ахмет", "Ирина Хан", "Дархан Сейіт", "Людмила Огай"),
    "student": ("Дана Қайрат", "Алихан Нұр", "Софья Пак", "Еркебұлан Сәт"),
    "international": ("Jonas Lind", "Marta Kowal", "Elif Kaya"),
}
OFFICERS = ("Болат Ержан", "Жанна Ли")
SEATED_BY = {"chair": "academic", "academic": "academic", "employer": "employer", "student": "student", "international": "international"}


def make_agency(today):
    """The agency with its rulebook of neutral values, and everybody who works for it."""
    agency = Agency.objects.create(
        kind="agency",
        acronym="OLSHEM",
        register_number="DEMO-1",
        levels=list(LEVELS),
        name=Text(
            "«Өлшем» білім сапасын қамтамасыз ету агенттігі (демо)",
            "Агентство обеспечения качества образования «Олшем» (демо)",
            "Olshem Agency for Quality Assurance in Education (demo)",
        ),
        is_demonstration=True,
    )
    since = today.replace(year=today.year - 3, month=1, day=1)
    Rulebook.objects.create(agency=agency, version=1, values=defaults(), in_force_from=since, published_at=_morning(since))
    for role, names in STAFF:
        for number, name in enumerate(names):
            appoint(agency, role, name, number, since)
    for number, (name, group) in enumerate(COUNCIL):
        appointment = appoint(agency, "council_member", name, number, since)
        CouncilSeat.objects.create(agency=agency, appointment=appointment, group=group, is_chair=number == 0, since=since)
    for background, names in EXPERTS.items():
        for number, name in enumerate(names):
            _expert(agency, background, name, number, since=since, today=today)
    return agency


def make_ministry(today):
    """An officer for each of the authorised bodies, which stand there with the regions (facts B2)."""
    since = today.replace(year=today.year - 2, day=1)
    for number, body in enumerate(Authority.objects.filter(region=None).order_by("pk")):
        appoint(body, "ministry_officer", OFFICERS[number % len(OFFICERS)], number, since)


def appoint(body, role, name, number, since):
    """A person of the demonstration in a role; they have no password, so nobody can sign in as them elsewhere."""
    key = f"{role}.{body.pk}.{number + 1}@demo.invalid"
    person = Person.objects.create_user(key, name=name, language="en" if name.isascii() else ("ru", "kk")[number % 2])
    return Appointment.objects.create(person=person, body=body, role=role, since=since)


def _expert(agency, background, name, number, *, since, today):
    appointment = appoint(agency, "expert", name, number + 10 * list(EXPERTS).index(background), since)
    Expert.objects.create(
        appointment=appointment,
        background=background,
        levels=list(LEVELS),
        languages=["en"] if background == "international" else ["kk", "ru"],
        workplace_name="",
        certificate_number=f"DEMO-E-{appointment.pk}",
        certified_until=today.replace(year=today.year + 2, day=1),
    )


def _morning(day):
    return datetime.combine(day, time(5), tzinfo=UTC)
