"""About forty organisations of the demonstration. The names are invented, and each says that it is one of the demonstration."""

from tarazy.ground.foundation.text import Text
from tarazy.ground.people.models import Appointment, Person
from tarazy.reference.institutions import bin as bins
from tarazy.reference.institutions.models import Institution, Licence, Programme, Region

WORDS = (
    ("Үлгі", "Улги", "Ulgi"),
    ("Самал", "Самал", "Samal"),
    ("Арай", "Арай", "Arai"),
    ("Қайнар", "Кайнар", "Qainar"),
    ("Тұлпар", "Тулпар", "Tulpar"),
    ("Жұлдыз", "Жулдыз", "Juldyz"),
    ("Сұңқар", "Сункар", "Sunqar"),
    ("Аққу", "Акку", "Aqqu"),
)
FORMS = {
    "higher": ("«{}» университеті (демо)", "Университет «{}» (демо)", "{} University (demo)"),
    "vocational": ("«{}» политехникалық колледжі (демо)", "Политехнический колледж «{}» (демо)", "{} Polytechnic College (demo)"),
    "secondary": ("«{}» гимназиясы (демо)", "Гимназия «{}» (демо)", "{} Gymnasium (demo)"),
    "preschool": ("«{}» балабақшасы (демо)", "Детский сад «{}» (демо)", "{} Kindergarten (demo)"),
    "additional": (
        "«{}» қосымша білім беру орталығы (демо)",
        "Центр дополнительного образования «{}» (демо)",
        "{} Centre of Additional Education (demo)",
    ),
}
REGIONS = ("71", "75", "47", "15", "35", "59", "43", "79", "11", "63", "27", "61", "55", "31", "23", "39", "19", "10", "33", "62")
PROGRAMMES = {
    "higher": (
        ("6B01101", ("Педагогика және психология", "Педагогика и психология", "Pedagogy and psychology"), 6, 240),
        ("6B06101", ("Ақпараттық жүйелер", "Информационные системы", "Information systems"), 6, 240),
        ("7M01101", ("Педагогика және психология", "Педагогика и психология", "Pedagogy and psychology"), 7, 120),
    ),
    "vocational": (
        ("06130100", ("Бағдарламалық қамтамасыз ету", "Программное обеспечение", "Software"), None, 240),
        ("07130100", ("Электр жабдықтары", "Электрооборудование", "Electrical equipment"), None, 240),
    ),
}
HEADS = (
    "Гүлнар Әбдірова",
    "Серік Мұқанов",
    "Ольга Лебедева",
    "Бақыт Нұрғали",
    "Айна Тілеуова",
    "Марат Есенов",
    "Жанар Оспан",
    "Игорь Петров",
)
OFFICERS = ("Ләззат Нұрланова", "Дәурен Сәтбай", "Елена Ким", "Ботагөз Ахат", "Руслан Әлімов", "Салтанат Жақып", "Тимур Ли", "Анар Қасым")


def make_organisations(today):
    """The organisations, by level, with head and quality officer, licence and programmes: `{level: [Institution, …]}`."""
    return {level: [_organisation(level, number, words, today) for number, words in enumerate(WORDS)] for level in FORMS}


def _organisation(level, number, words, today):
    place = list(FORMS).index(level) * len(WORDS) + number
    kk, ru, en = (form.format(word) for form, word in zip(FORMS[level], words, strict=True))
    institution = Institution.objects.create(
        kind="institution",
        name=Text(kk, ru, en),
        bin=bins.made(year=1990 + number, month=1 + number, serial=1000 + place),
        level=level,
        ownership="state" if number % 2 == 0 else "private",
        founder=Text("Білім басқармасы", "Управление образования", "Education department") if number % 2 == 0 else Text(),
        region=Region.objects.get(code=REGIONS[place % len(REGIONS)]),
        address=Text("Мектеп көшесі, 1", "улица Школьная, 1", "1 School Street"),
        head_name=HEADS[number],
        is_demonstration=True,
    )
    Licence.objects.create(institution=institution, number=f"DEMO-{place + 1:03d}", issued_on=today.replace(year=today.year - 6, day=1))
    for code, names, nqf, credits_ in PROGRAMMES.get(level, ()):
        Programme.objects.create(institution=institution, code=code, name=Text(*names), nqf_level=nqf, credits=credits_)
    _staff(institution, place, number, today)
    return institution


def _staff(institution, place, number, today):
    for role, names in (("institution_head", HEADS), ("quality_officer", OFFICERS)):
        person = Person.objects.create_user(
            f"{role}.{place + 1}@demo.invalid", name=names[(number + place) % len(names)], language=("kk", "ru")[place % 2]
        )
        Appointment.objects.create(person=person, body=institution, role=role, since=today.replace(year=today.year - 2, day=1))
