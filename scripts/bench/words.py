"""Invented names of organisations in three languages, of many different words, so that a search has something to do."""

from collections.abc import Iterator

from tarazy.reference.institutions import bin as bins
from tarazy.reference.institutions.models import Level
from tarazy.reference.institutions.regions import REGIONS

LEVELS = (Level.HIGHER, Level.VOCATIONAL, Level.SECONDARY, Level.PRESCHOOL, Level.ADDITIONAL)
BEGINNINGS = (
    "Нұр", "Ай", "Жан", "Ер", "Сер", "Тем", "Бек", "Гүл", "Қай", "Аман", "Арыс", "Дәу",
    "Өмір", "Мұра", "Бол", "Таң", "Күн", "Шың", "Алма", "Қара", "Ақ", "Сары", "Жас", "Тұр",
    "Мер", "Ай", "Ұлы", "Әл", "Ән", "Көк", "Іңкәр", "Дос",
)  # fmt: skip
ENDINGS = (
    "лан", "бек", "жан", "гүл", "мұрат", "болат", "тай", "хан", "ғали", "дәулет", "ай", "нұр",
    "сұлтан", "құл", "тас", "дар", "мас", "көл", "төбе", "бұлақ", "шат", "ғазы", "мәт", "қоныс",
    "дала", "өзен", "шоқы", "жар",
)  # fmt: skip
KINDS = {
    Level.HIGHER: (
        ("университеті", "Университет", "University"),
        ("академиясы", "Академия", "Academy"),
        ("институты", "Институт", "Institute"),
    ),
    Level.VOCATIONAL: (("колледжі", "Колледж", "College"), ("жоғары колледжі", "Высший колледж", "Higher College")),
    Level.SECONDARY: (
        ("орта мектебі", "Средняя школа", "Secondary School"),
        ("гимназиясы", "Гимназия", "Gymnasium"),
        ("лицейі", "Лицей", "Lyceum"),
    ),
    Level.PRESCHOOL: (("балабақшасы", "Детский сад", "Kindergarten"), ("бөбекжайы", "Ясли-сад", "Nursery")),
    Level.ADDITIONAL: (
        ("өнер мектебі", "Школа искусств", "School of Arts"),
        ("шығармашылық орталығы", "Центр творчества", "Creativity Centre"),
    ),
}
SUBJECTS = (
    ("Педагогика және психология", "Педагогика и психология", "Pedagogy and psychology"),
    ("Бастауыш оқыту", "Начальное обучение", "Primary teaching"),
    ("Ақпараттық жүйелер", "Информационные системы", "Information systems"),
    ("Есеп және аудит", "Учёт и аудит", "Accounting and audit"),
    ("Құрылыс", "Строительство", "Construction"),
    ("Мейіргер ісі", "Сестринское дело", "Nursing"),
)
RUSSIAN = str.maketrans("ӘҒҚҢӨҰҮҺІәғқңөұүһі", "АГКНОУУХИагкноуухи")
LATIN = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "gh", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
    "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n", "ң": "ng", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ұ": "u", "ү": "u", "х": "kh", "һ": "h", "ш": "sh", "ы": "y", "і": "i",
}  # fmt: skip


def proper(number: int) -> str:
    """A name in Kazakh: a different one for each number below some 800 000, common parts in many of them."""
    size = len(BEGINNINGS) * len(ENDINGS)
    one, other = number % size, (number // size * 37 + number * 7) % size
    return _joined(one) if number % 3 == 0 else f"{_joined(one)} {_joined(other)}"


def name_of(number: int, level: str) -> dict[str, str]:
    """What the organisation is called, in three languages."""
    kk, ru, en = KINDS[level][number % len(KINDS[level])]
    _code, place_kk, place_ru, place_en = REGIONS[number % len(REGIONS)]
    own = proper(number)
    return {"kk": f"{place_kk} «{own}» {kk}", "ru": f"{ru} «{in_russian(own)}», {place_ru}", "en": f"{in_latin(own)} {en}, {place_en}"}


def in_russian(word: str) -> str:
    """A Kazakh word in Russian letters."""
    return word.translate(RUSSIAN)


def in_latin(word: str) -> str:
    """A Kazakh word in Latin letters."""
    return " ".join("".join(LATIN.get(letter, letter) for letter in part.lower()).capitalize() for part in word.split())


def misspelt(word: str) -> str:
    """The word as it is typed in haste: one letter is missing."""
    return word[:3] + word[4:]


def bins_made() -> Iterator[str]:
    """Valid BINs without end, no two alike."""
    for year in range(1, 99):
        for serial in range(100_000):
            eleven = f"{year:02d}0140{serial:05d}"
            if digit := bins.check_digit(eleven):
                yield eleven + digit


def _joined(number: int) -> str:
    return BEGINNINGS[number % len(BEGINNINGS)] + ENDINGS[number // len(BEGINNINGS) % len(ENDINGS)]
