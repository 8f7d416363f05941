"""What was decided: panels' reports, conclusions, sessions, decisions, certificates, the register, duties."""

from collections.abc import Iterator
from datetime import date, timedelta

from scripts.bench import organisations as known
from scripts.bench.cases import Told
from scripts.bench.copying import copy, pairs, said
from scripts.bench.papers import Shelf
from tarazy.external.decisions.models import Conclusion, Decision, Question, Session
from tarazy.external.monitoring.models import Duty
from tarazy.external.procedure.editions import EDITIONS
from tarazy.external.register.models import Certificate, Entry, StatusChange
from tarazy.external.reviews.models import Finding, Judgement, Report
from tarazy.reference.agencies.models import Agency
from tarazy.reference.institutions.regions import REGIONS
from tarazy.reference.standards.models import Standard

TERM = timedelta(days=5 * 365)
AGENDA = 20  # cases of one session
SUSPENDED = 60  # every so many certificates one is suspended
ANALYSIS = "Комиссия изучила документы, посетила занятия и беседовала с обучающимися. Требования выполняются. " * 6


def fill_reviews(told: list[Told]) -> None:
    """The panels' reports: a judgement for each standard, with a recommendation and a good practice."""
    written = [one for one in told if "evaluation_report" in one.done]
    chair = {one.pk: known.EXPERTISE + one.panel[0][0] for one in written}
    copy(Report, "id case signed_at signed_by", ((one.pk, one.pk, one.at(25), chair[one.pk]) for one in written))
    standards: dict[str, list[int]] = {}
    for key, pk in Standard.objects.filter(set__is_latest=True).order_by("position").values_list("set__key", "pk"):
        standards.setdefault(key, []).append(pk)
    judged = [(one.pk, standard) for one in written for standard in standards[EDITIONS[one.way.plan.key].STANDARDS]]
    copy(
        Judgement,
        "id report standard level analysis",
        ((1 + n, report, standard, "substantial", ANALYSIS) for n, (report, standard) in enumerate(judged)),
    )
    copy(
        Finding,
        "judgement kind number text",
        ((1 + n, kind, 1, "Расширить участие работодателей.") for n in range(len(judged)) for kind in ("recommendation", "good_practice")),
    )


def fill_decisions(told: list[Told], agency: Agency) -> list[Told]:
    """Conclusions, sessions and decisions; gives the cases that were decided."""
    concluded = [one for one in told if "conclusion" in one.done]
    analyst, secretary = known.staff("analyst"), known.staff("secretary")
    copy(Conclusion, "case proposes text by at", ((one.pk, _outcome(one), ANALYSIS, analyst, one.at(27)) for one in concluded))
    asked = [one for one in told if "council_agenda" in one.done]
    held = range(1, len(asked) // AGENDA + 2)
    copy(Session, "id agency number held_on", ((number, agency.pk, number, asked[0].at(28).date()) for number in held))
    decided = [one for one in asked if "council_decision" in one.done]
    closed = {one.pk for one in decided}
    copy(
        Question,
        "id session case position opened_at closed_at",
        (
            (one.pk, n // AGENDA + 1, one.pk, n % AGENDA + 1, one.at(28), one.at(30) if one.pk in closed else None)
            for n, one in enumerate(asked)
        ),
    )
    tally = said({"members": 9, "recused": 0, "present": 9, "quorum": 6, "votes": {"accredited": 9}, "majority": "simple"})
    copy(
        Decision,
        "id case question outcome differs decided_on valid_from valid_until tally signed_by",
        ((one.pk, one.pk, one.pk, _outcome(one), False, _day(one), *_term(one), tally, secretary) for one in decided),
    )
    return decided


def fill_register(decided: list[Told], agency: Agency, shelf: Shelf) -> None:
    """Certificates and published decisions with their reports."""
    registrar = known.staff("registrar")
    positive = [one for one in decided if "certificate" in one.done and _outcome(one) != "refused"]
    copy(
        Certificate,
        "id number decision institution agency valid_from valid_until document issued_at issued_by",
        (
            (
                one.pk,
                f"TRIAL-{one.pk:05d}",
                one.pk,
                known.FIRST_BODY + one.organisation,
                agency.pk,
                *_term(one),
                shelf.add("Сертификат"),
                one.at(33),
                registrar,
            )
            for one in positive
        ),
    )
    suspended = (
        (one.pk, "suspended", _day(one) + timedelta(days=30), "Нет отчёта.", registrar, one.at(40)) for one in positive[::SUSPENDED]
    )
    copy(StatusChange, "certificate kind day grounds by at", suspended)
    published = [one for one in decided if "publication" in one.done]
    sure = {one.pk for one in positive}
    copy(
        Entry,
        "id decision institution agency certificate kind level region outcome decided_on valid_until report published_at",
        (_entry(one, agency, sure, shelf.add("Отчёт о внешней оценке")) for one in published),
    )
    each = known.PROGRAMMES // known.ORGANISATIONS
    pairs(Entry.programmes.through, ((one.pk, 1 + one.organisation * each) for one in published if not one.institutional))
    copy(Duty, "case kind number due_on", (row for one in published for row in _duties(one)))


def _entry(one: Told, agency: Agency, sure: set[int], report: int) -> tuple:
    organisation = known.FIRST_BODY + one.organisation
    kind = str(EDITIONS[one.way.plan.key].KINDS[0]) if one.institutional else "programme"
    place = known.level_of(one.organisation), REGIONS[one.organisation % len(REGIONS)][0]
    certificate = one.pk if one.pk in sure else None
    return one.pk, one.pk, organisation, agency.pk, certificate, kind, *place, _outcome(one), _day(one), _term(one)[1], report, one.at(34)


def _duties(one: Told) -> Iterator[tuple]:
    for place, kind in enumerate(Duty.Kind.values, start=1):
        yield one.pk, kind, 1, _day(one) + timedelta(days=300 * place)


def _outcome(one: Told) -> str:
    return "refused" if one.number % 25 == 3 else "conditional" if one.number % 9 == 4 else "accredited"  # noqa: PLR2004 (some of them)


def _day(one: Told) -> date:
    return one.at(30).date()


def _term(one: Told) -> tuple[date | None, date | None]:
    return (None, None) if _outcome(one) == "refused" else (_day(one), _day(one) + TERM)
