"""Seats of a panel, quorum and majority of the council, the scale of judgements, fees."""

from django.utils.translation import gettext_lazy as _

from tarazy.reference.agencies.rulebook.rule import Group, Kind, Rule, numbers

percent = numbers(Kind.PERCENT, Group.BODIES, 1, 100)
NATIONAL = ("chair", "academic", "employer")
# EQAR's levels of compliance (facts B1): the best sourced scale; an agency may have its own.
EQAR_SCALE = [
    {"key": "full", "name": {"kk": "Толық сәйкес", "ru": "Полное соответствие", "en": "Full compliance"}, "passes": True},
    {
        "key": "substantial",
        "name": {"kk": "Негізінен сәйкес", "ru": "Значительное соответствие", "en": "Substantial compliance"},
        "passes": True,
    },
    {"key": "partial", "name": {"kk": "Ішінара сәйкес", "ru": "Частичное соответствие", "en": "Partial compliance"}, "passes": True},
    {"key": "none", "name": {"kk": "Сәйкес емес", "ru": "Несоответствие", "en": "Non-compliance"}, "passes": False},
]

BODIES = (
    Rule(
        "seats",
        Kind.SEATS,
        Group.BODIES,
        {
            "preschool": [*NATIONAL],
            "secondary": [*NATIONAL],
            "vocational": [*NATIONAL, "student"],
            "higher": [*NATIONAL, "student", "international"],
            "additional": [*NATIONAL],
        },
        _("Seats of a panel"),
        _("How many experts of each kind sit on a panel, for each level of education. One of them chairs it."),
        "S4 2.1; R241",
    ),
    Rule(
        "scale",
        Kind.SCALE,
        Group.BODIES,
        EQAR_SCALE,
        _("Scale of judgements"),
        _("How a panel may judge a standard, from best to worst, and which judgements count as met."),
        "B1; R177",
    ),
    percent(
        "quorum_percent",
        67,
        _("Quorum"),
        _("How large a share of the council's members, rounded up, must take part in a vote. Recused members do not count."),
        "S4 3.3; R251",
        minimum=50,
    ),
    percent(
        "majority_percent",
        51,
        _("Majority"),
        _("How large a share of the votes cast, rounded up, an outcome needs."),
        "S4 3.3; R251",
        minimum=50,
    ),
    numbers(Kind.YEARS, Group.BODIES, 1, 10)(
        "expert_certificate_years",
        3,
        _("Certificate of an expert"),
        _("For how many years the certificate of a trained expert is valid."),
        "B1; R224",
        is_confirmed=True,
    ),
)
MONEY = (
    Rule(
        "currency",
        Kind.CHOICE,
        Group.MONEY,
        "KZT",
        _("Currency"),
        _("What fees are counted in."),
        "S4 1.2; R234",
        choices=("KZT", "USD", "EUR"),
    ),
    Rule(
        "fees",
        Kind.FEES,
        Group.MONEY,
        {"preschool": 600_000, "secondary": 900_000, "vocational": 1_500_000, "higher": 3_000_000, "additional": 600_000},
        _("Fees"),
        _("What one accreditation costs, for each level of education. The contract names the sum."),
        "S4 1.2; R234",
        minimum=0,
        maximum=1_000_000_000,
    ),
)
