"""The 20 regions and cities of republican significance (facts B5: ISO 3166-2:KZ, the same numbers as in KATO).

The day from which 10, 33 and 62 exist (they were created in 2022) is not given by our source, so it is left open.
"""

from typing import Any

REGIONS = (
    # number, Kazakh, Russian, English
    ("10", "Абай облысы", "область Абай", "Abai Region"),
    ("11", "Ақмола облысы", "Акмолинская область", "Akmola Region"),
    ("15", "Ақтөбе облысы", "Актюбинская область", "Aktobe Region"),
    ("19", "Алматы облысы", "Алматинская область", "Almaty Region"),
    ("23", "Атырау облысы", "Атырауская область", "Atyrau Region"),
    ("27", "Батыс Қазақстан облысы", "Западно-Казахстанская область", "West Kazakhstan Region"),
    ("31", "Жамбыл облысы", "Жамбылская область", "Zhambyl Region"),
    ("33", "Жетісу облысы", "область Жетісу", "Zhetisu Region"),
    ("35", "Қарағанды облысы", "Карагандинская область", "Karaganda Region"),
    ("39", "Қостанай облысы", "Костанайская область", "Kostanay Region"),
    ("43", "Қызылорда облысы", "Кызылординская область", "Kyzylorda Region"),
    ("47", "Маңғыстау облысы", "Мангистауская область", "Mangystau Region"),
    ("55", "Павлодар облысы", "Павлодарская область", "Pavlodar Region"),
    ("59", "Солтүстік Қазақстан облысы", "Северо-Казахстанская область", "North Kazakhstan Region"),
    ("61", "Түркістан облысы", "Туркестанская область", "Turkistan Region"),
    ("62", "Ұлытау облысы", "область Ұлытау", "Ulytau Region"),
    ("63", "Шығыс Қазақстан облысы", "Восточно-Казахстанская область", "East Kazakhstan Region"),
    ("71", "Астана қаласы", "город Астана", "Astana City"),
    ("75", "Алматы қаласы", "город Алматы", "Almaty City"),
    ("79", "Шымкент қаласы", "город Шымкент", "Shymkent City"),
)
CITIES = ("71", "75", "79")

# The two authorised bodies since Government Resolution No. 580 (facts B2).
SINCE = "2022-08-19"
AUTHORITIES: tuple[dict[str, Any], ...] = (
    {
        "name": {
            "kk": "Қазақстан Республикасының Оқу-ағарту министрлігі",
            "ru": "Министерство просвещения Республики Казахстан",
            "en": "Ministry of Education of the Republic of Kazakhstan",
        },
        "levels": ["preschool", "secondary", "vocational", "additional"],
    },
    {
        "name": {
            "kk": "Қазақстан Республикасының Ғылым және жоғары білім министрлігі",
            "ru": "Министерство науки и высшего образования Республики Казахстан",
            "en": "Ministry of Science and Higher Education of the Republic of Kazakhstan",
        },
        "levels": ["higher"],
    },
)
