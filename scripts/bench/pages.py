"""The pages, searches and papers that are measured, with their limits."""

from collections.abc import Iterator
from functools import partial

from django.db.models import Count
from django.test import Client
from django.urls import reverse
from django.utils import translation

from scripts.bench import organisations as known
from scripts.bench import words
from scripts.bench.measures import each_of, milliseconds, queries, visit
from scripts.bench.report import Row
from tarazy.external.cases.models import Case
from tarazy.external.register import queries as register
from tarazy.external.register.models import Certificate, Entry
from tarazy.external.register.services import certificate_data
from tarazy.ground.documents.typeset import typeset
from tarazy.ground.foundation import clock
from tarazy.ground.foundation.fields import plain
from tarazy.ground.people.models import Person
from tarazy.internal.selfassessment.models import SelfAssessment
from tarazy.reference.institutions.queries import search_institutions

PAGE, QUERIES, SEARCH, CERTIFICATE = 80, 15, 30, 300  # milliseconds, a number, milliseconds, milliseconds
SAMPLES = 12


def measured() -> list[Row]:
    """Every figure, in the order of the table; each page is told by its time and its queries."""
    return [*_pages(), *_searches(), *_certificates()]


def _pages() -> Iterator[Row]:
    for name, client, address in _visited():
        look = partial(visit, client, address)
        yield Row(f"{name}: time", milliseconds(look), "ms", PAGE)
        yield Row(f"{name}: queries", queries(look), "queries", QUERIES)


def _visited() -> Iterator[tuple[str, Client, str]]:
    coordinator, agency, institution, anybody = (_as(known.COORDINATING), _as(known.staff("agency_head")), _as(known.HEADS), Client())
    case = Case.objects.filter(number=_case_of_coordinator()).get()
    assessment = SelfAssessment.objects.filter(institution=known.FIRST_BODY).annotate(size=Count("answers")).latest("size")
    criterion = assessment.answers.select_related("criterion__standard").order_by("pk")[20].criterion
    desk, cases = reverse("desk"), reverse("procedure:cases")
    yield "Desk of a coordinator with forty cases", coordinator, desk
    yield "Desk of the head of an agency with 5000 cases", agency, desk
    yield "Desk of the head of an institution", institution, desk
    yield "List of forty cases", coordinator, cases
    yield "List of 5000 cases", agency, cases
    yield "Case page", coordinator, reverse("procedure:case", args=[case.number])
    yield "Case page, head of the agency", agency, reverse("procedure:case", args=[case.number])
    yield "Step page", coordinator, reverse("procedure:step", args=[case.number, _own_step(case)])
    asked = [assessment.pk, criterion.standard.number, criterion.number]
    yield f"Self-assessment, one of {assessment.size} criteria", institution, reverse("selfassessment:criterion", args=asked)
    yield "Register", anybody, reverse("register:search")
    yield "Register, searched by name", anybody, reverse("register:search") + "?q=" + _names("ru")[1]
    yield "Register, page of an organisation", anybody, reverse("register:organisation", args=[_published_most()])


def _searches() -> Iterator[Row]:
    asked = {
        "in Kazakh": _names("kk"),
        "in Russian": _names("ru"),
        "in English": _names("en"),
        "in Kazakh typed with Russian letters": [plain(name) for name in _names("kk")],
        "misspelt": [words.misspelt(name) for language in ("kk", "ru", "en") for name in _names(language)],
    }
    for how, names in asked.items():
        yield Row(f"Search of the register by name, {how}", each_of(_in_register, names), "ms", SEARCH)
    for how, names in asked.items():
        yield Row(f"Search of all organisations by name, {how}", each_of(_in_all, names), "ms", SEARCH)


def _certificates() -> Iterator[Row]:
    certificate = Certificate.objects.select_related("decision__case__institution", "decision__case__agency").first()
    decision, signature = certificate.decision, {"signatory": "А. Нұрлан", "post": "Бас директор"}
    for language in ("kk", "ru", "en"):
        data = certificate_data(decision.case, decision, number=certificate.number, signature=signature, language=language)
        act = partial(typeset, "documents/certificate.typ", data, language=language)
        yield Row(f"Certificate typeset, {language}", milliseconds(act), "ms", CERTIFICATE)


def _in_register(text: str) -> None:
    asked = register.Asked(on=clock.today(), q=text)
    register.rows(register.found(asked), number=1, on=asked.on)


def _in_all(text: str) -> None:
    list(search_institutions(text)[:20])


def _names(language: str) -> list[str]:
    """Names to look for, of one word and of two, from organisations all over the register."""
    bodies = Entry.objects.order_by("pk").values_list("institution__name", flat=True)
    with translation.override(language):
        said = [str(name).replace("«", "").replace("»", "") for name in bodies[:: max(1, bodies.count() // SAMPLES)]]
    return [" ".join(_own(language, name)[: 1 + place % 2]) for place, name in enumerate(said[:SAMPLES])]


def _own(language: str, name: str) -> list[str]:
    """The words of the name that are the organisation's own, before its place and its kind."""
    parts = name.replace(",", "").split()
    return parts if language == "en" else parts[2:]


def _as(person: int) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=person), backend="django.contrib.auth.backends.ModelBackend")
    return client


def _case_of_coordinator() -> str:
    """The one of the first coordinator's cases that has come furthest and still waits for them."""
    theirs = Case.objects.filter(participations__appointment=known.COORDINATING, participations__duty="coordinator")
    waiting = theirs.filter(run__steps__state="open", run__steps__actor="coordinator")
    return waiting.annotate(size=Count("documents")).order_by("-size", "pk").values_list("number", flat=True)[0]


def _own_step(case: Case) -> str:
    return case.run.steps.filter(state="open", actor="coordinator").values_list("key", flat=True)[0]


def _published_most() -> str:
    counted = Entry.objects.values("institution__bin").annotate(size=Count("pk")).order_by("-size", "institution__bin")
    return counted[0]["institution__bin"]
