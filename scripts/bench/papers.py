"""Documents of the cases, self-assessments with their answers, the evidence in the institutions' banks, sealed reports."""

from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256

from django.db.models import F

from scripts.bench import organisations as known
from scripts.bench.cases import Told
from scripts.bench.copying import copy, pairs, said
from tarazy.external.cases.models import Case, CaseDocument, Contract, ReceivedReport
from tarazy.external.procedure.editions import EDITIONS
from tarazy.ground.documents.models import Document, Version
from tarazy.internal.selfassessment.models import Answer, Evidence, SelfAssessment, Submission
from tarazy.reference.agencies.rulebook import defaults
from tarazy.reference.standards.models import Criterion

EVIDENCE, WITH_FILE = 200_000, 5  # pieces; every fifth is a file
BUSY = 1_200  # self-assessments that are being written, or have just been
LARGEST = 200  # every so many pieces one goes to the first organisation
BOTH = ["institution", "agency"]
PAPERS = {"application": BOTH, "contract": BOTH, "evaluation_report": [*BOTH, "panel", "council"], "notice": BOTH}
TEXT = "Организация ежегодно пересматривает политику качества вместе с обучающимися и работодателями. " * 12


class Shelf:
    """Gives documents their numbers; each has one version."""

    def __init__(self, now: datetime):
        self.rows: list[tuple[int, str]] = []
        self.now = now

    def add(self, title: str) -> int:
        """The key of a new document; its only version has the same one."""
        self.rows.append((len(self.rows) + 1, title))
        return len(self.rows)

    def store(self) -> None:
        """Write them all."""
        seal = sha256(b"bench").hexdigest()
        copy(Document, "id title", self.rows)
        versions = ((pk, pk, 1, f"documents/{pk}.pdf", f"{pk}.pdf", "application/pdf", 120_000, seal, self.now) for pk, _title in self.rows)
        copy(Version, "id document number file name media_type size sha256 added_at", versions)


def fill_papers(told: list[Told], shelf: Shelf) -> None:
    """The documents of each case, and its contract."""
    held = [(one, step, sides, shelf.add(step)) for one in told for step, sides in PAPERS.items() if step in one.done]
    copy(CaseDocument, "case document step sides", ((one.pk, document, step, sides) for one, step, sides, document in held))
    copy(
        Contract,
        "case number price report_due_on visit_planned_for version institution_signed_at",
        (
            (one.pk, f"{one.name}/Д", 1_500_000, one.at(30).date(), one.at(40).date(), document, one.at(5))
            for one, step, _sides, document in held
            if step == "contract"
        ),
    )


def fill_selfassessments(told: list[Told], shelf: Shelf, today: date) -> None:
    """A self-assessment for each case that has a coordinator; the answers and the evidence of the busy ones."""
    criteria: dict[int, list[int]] = {}
    for standards, criterion in Criterion.objects.order_by("standard__position", "position").values_list("standard__set", "pk"):
        criteria.setdefault(standards, []).append(criterion)
    sets = dict(Case.objects.values_list("pk", "standards"))
    begun = sorted((one for one in told if "coordinator" in one.done), key=lambda one: one.organisation != 0)  # the first one is busy
    scale = said(defaults()["scale"])
    copy(
        SelfAssessment,
        "id institution standards scale purpose started_on",
        ((one.pk, known.FIRST_BODY + one.organisation, sets[one.pk], scale, f"case:{one.name}", one.at(8).date()) for one in begun),
    )
    Case.objects.filter(pk__in=[one.pk for one in begun]).update(selfassessment_id=F("pk"))
    first, number = {}, 1
    for one in begun[:BUSY]:
        first[one.pk] = number
        number += len(criteria[sets[one.pk]])
    copy(
        Answer,
        "id selfassessment criterion rating text edited_at edited_by",
        (row for one in begun[:BUSY] for row in _answers(one, first[one.pk], criteria[sets[one.pk]])),
    )
    _fill_evidence(begun[:BUSY], first, {one.pk: len(criteria[sets[one.pk]]) for one in begun[:BUSY]}, shelf, today)


def _answers(one: Told, first: int, criteria: list[int]) -> Iterator[tuple]:
    for place, criterion in enumerate(criteria):
        written = (place + 1) % 5 > 0  # every fifth is still empty
        yield first + place, one.pk, criterion, "substantial" if written else "", TEXT if written else "", one.at(9), one.head


def _fill_evidence(busy: list[Told], first: dict[int, int], sizes: dict[int, int], shelf: Shelf, today: date) -> None:
    largest = busy[0]
    owners = [largest if n % LARGEST == 0 else busy[n % len(busy)] for n in range(EVIDENCE)]
    documents = {n: shelf.add(f"Отчёт {n}") for n in range(0, EVIDENCE, WITH_FILE)}
    copy(
        Evidence,
        "id institution title document link period added_on",
        (
            (n + 1, known.FIRST_BODY + one.organisation, f"Подтверждение {n}", documents.get(n), _link(n, documents), "2025/26", today)
            for n, one in enumerate(owners)
        ),
    )
    pairs(Evidence.answers.through, ((n + 1, first[one.pk] + (n // 7) % sizes[one.pk]) for n, one in enumerate(owners)))


def _link(number: int, documents: dict[int, int]) -> str:
    return "" if number in documents else f"https://example.kz/evidence/{number}"


def fill_reports(told: list[Told]) -> None:
    """The sealed reports that were handed in: the first ones and the final ones."""
    contents = {key: said(_content(EDITIONS[key].STANDARDS)) for key in EDITIONS}
    seal = sha256(b"bench").hexdigest()
    handed = [
        (one, step, number)
        for one in told
        for number, step in enumerate(("self_assessment_first", "self_assessment_final"), start=1)
        if step in one.done
    ]
    copy(
        Submission,
        "id selfassessment number content seal sealed_at sealed_by",
        ((1 + n, one.pk, number, contents[one.way.plan.key], seal, one.at(12), one.head) for n, (one, _step, number) in enumerate(handed)),
    )
    copy(
        ReceivedReport, "id case submission step round", ((1 + n, one.pk, 1 + n, step, 1) for n, (one, step, _number) in enumerate(handed))
    )


def _content(key: str) -> dict:
    found: dict[str, dict] = {}
    for one in Criterion.objects.filter(standard__set__key=key).select_related("standard").order_by("standard__position", "position"):
        title = one.standard.title.as_dict()
        standard = found.setdefault(one.standard.number, {"number": one.standard.number, "title": title, "criteria": []})
        answer = {"rating": "substantial", "answer": TEXT[:200], "language": "ru", "evidence": []}
        standard["criteria"].append({"number": one.number, "text": one.text.as_dict(), **answer})
    return {"standards": list(found.values())}
