"""Five thousand cases, each at a moment of its real procedure: steps, people, records, journal, notices."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache, cached_property
from hashlib import sha256

from django.utils.timezone import make_aware

from scripts.bench import organisations as known
from scripts.bench.copying import copy, pairs, said
from scripts.bench.moments import PACE, Way, step_rows, way
from tarazy.external.cases.models import Case, Message, Participation, Record
from tarazy.external.procedure.editions import EDITIONS
from tarazy.external.reviews.models import Declaration, Seat
from tarazy.ground.journal.models import Entry
from tarazy.ground.notices.models import Notice
from tarazy.ground.workflow.models import Run, StepState
from tarazy.reference.agencies.models import Agency
from tarazy.reference.standards.models import StandardsSet

CASES, ON_THEIR_WAY = 5_000, 2_000  # the others are published, and partly over
EACH = 40  # cases of a coordinator
STRIDE = 7
SEATS = ("chair", "academic", "employer", "student")
EDITION_OF = {str(module.LEVEL): key for key, module in EDITIONS.items()}


@dataclass(frozen=True)
class Told:
    """One case as it is to be: who, which procedure, how far."""

    number: int
    organisation: int
    moment: int
    started: date
    way: Way
    institutional: bool
    coordinated: int  # its place among the cases that have a coordinator

    @cached_property
    def done(self) -> frozenset[str]:
        """The steps that are behind."""
        return self.way.done(self.moment)

    @cached_property
    def open(self) -> frozenset[str]:
        """The steps that can be taken."""
        return self.way.open(self.moment)

    @property
    def pk(self) -> int:
        """The key of the case and of its run."""
        return self.number + 1

    @property
    def head(self) -> int:
        """The appointment of the institution's head."""
        return known.HEADS + self.organisation

    @property
    def coordinator(self) -> int:
        """The appointment of its coordinator, whose cases are neighbours."""
        return known.COORDINATING + self.coordinated // EACH

    @property
    def panel(self) -> list[tuple[int, str]]:
        """The experts' places in the pool with their seats."""
        return [((self.number * len(SEATS) + place) % known.EXPERTS, role) for place, role in enumerate(SEATS)]

    @property
    def name(self) -> str:
        """Its number, as people say it."""
        return f"{self.started.year}-{self.pk:05d}"

    def at(self, act: int) -> datetime:
        """When its act of this number was taken."""
        return make_aware(datetime.combine(self.started + timedelta(days=PACE * act), time(10)))


def all_told(today: date) -> list[Told]:
    """Every case; the first organisation has ten of them, at moments far apart."""
    told: list[Told] = []
    coordinated = 0
    for number in range(CASES):
        told.append(_told(number, coordinated, today))
        coordinated += "coordinator" in told[-1].done
    return told


def _told(number: int, coordinated: int, today: date) -> Told:
    organisation = 0 if number % (CASES // 10) == 0 else number % known.WITH_CASES
    state_owned = known.ownership_of(organisation) == "state"
    edition = EDITION_OF[known.level_of(organisation)]
    institutional = number % 2 == 0 or "programme" not in EDITIONS[edition].KINDS
    one = way(edition, state_owned=state_owned, institutional=institutional)
    turn = number * STRIDE  # neighbours are far apart in time
    after = one.published + turn % (len(one.standings) - one.published)
    moment = turn % one.published if number < ON_THEIR_WAY else after
    started = today - timedelta(days=PACE * moment + turn % 20)
    return Told(number, organisation, moment, started, one, institutional, coordinated)


def fill_cases(told: list[Told], agency: Agency) -> None:
    """The cases with their runs and all steps."""
    over = {len(one.way.standings) - 1 for one in told}
    rulebook = agency.rulebooks.get().pk
    standards = dict(StandardsSet.objects.filter(is_latest=True).values_list("key", "pk"))
    ended = {one.pk: one.at(one.moment).date() for one in told if one.moment in over and not one.open}
    copy(Run, "id plan_key started_on ended_on", ((one.pk, one.way.plan.key, one.started, ended.get(one.pk)) for one in told))
    copy(StepState, _STEPS, (row for one in told for row in step_rows(one.pk, one.way, one.moment, one.started)))
    copy(
        Case,
        "id number institution agency edition kind rulebook standards run opened_on visit_first_day visit_last_day",
        (
            (
                one.pk,
                one.name,
                known.FIRST_BODY + one.organisation,
                agency.pk,
                one.way.plan.key,
                _kind(one),
                rulebook,
                standards[EDITIONS[one.way.plan.key].STANDARDS],
                one.pk,
                one.started,
                *_visit(one),
            )
            for one in told
        ),
    )
    each = known.PROGRAMMES // known.ORGANISATIONS
    pairs(Case.programmes.through, ((one.pk, 1 + one.organisation * each) for one in told if not one.institutional))


_STEPS = "run key actor state round outcome reason opened_on due_on done_on"


def fill_people(told: list[Told]) -> None:
    """Who takes part, and the seats of the panels with what the experts signed."""
    numbers = iter(range(1, 10**9))
    seats: list[tuple] = []
    copy(Participation, "id case appointment duty side owes since", (row for one in told for row in _parts(one, numbers, seats)))
    copy(Seat, "id case role expert participation announced_at", seats)
    signed = ((1 + place, seat[0], True, True, True, seat[-1]) for place, seat in enumerate(seats) if seat[-1])
    copy(Declaration, "id seat no_conflict ethics confidentiality signed_at", signed)


def _parts(one: Told, numbers: Iterator[int], seats: list[tuple]) -> Iterator[tuple]:
    at = one.at(1)
    if "coordinator" in one.done:
        yield next(numbers), one.pk, one.coordinator, "coordinator", "agency", "", at
    if "panel" in one.done:
        owing = "declarations" in one.open
        for expert, role in one.panel:
            number = next(numbers)
            seats.append((len(seats) + 1, one.pk, role, 1 + expert, number, None if owing else at))
            duty = "candidate" if owing else "chair" if role == "chair" else "expert"
            yield number, one.pk, known.EXPERTISE + expert, duty, "" if owing else "panel", "declarations" if owing else "", at
    if "council_agenda" in one.done:
        owes = "council_vote" if "council_vote" in one.open else ""
        for member in known.council():
            yield next(numbers), one.pk, member, "council_member", "council", owes, at


def fill_talk(told: list[Told]) -> None:
    """What was said: a record and a journal entry of each act, messages, notices."""
    entries = sorted((row for one in told for row in _entries(one)), key=lambda row: row[0])
    copy(Entry, "at person_id appointment_id who subject verb after audience seal", entries)
    acts = ((one, act, *one.way.acts[act]) for one in told for act in range(min(one.moment, 8)))
    copy(Record, "case step round outcome by at", ((one.pk, key, 1, outcome, one.head, one.at(act)) for one, act, key, outcome in acts))
    copy(Message, "case by at text", ((one.pk, one.head, one.at(n), "Добрый день! Документы приложены.") for one in told for n in range(3)))
    copy(
        Notice,
        "person language subject body url cause created_at sent_at",
        (
            (person, "ru", f"Дело {one.name}", "Ваш ход.", f"/cases/{one.name}/", f"case:{one.pk}/{n}", one.at(n), one.at(n))
            for one in told
            for n, person in enumerate((one.head, one.head, one.coordinator, one.coordinator))
        ),
    )


def _entries(one: Told) -> Iterator[tuple]:
    for act in range(one.moment):
        agency = act % 3 == 0
        by = one.coordinator if agency else one.head
        seal = sha256(f"{one.pk}/{act}".encode()).hexdigest()  # of the right length; the chain is not what is measured
        yield (
            one.at(act),
            by,
            by,
            _who(agency),
            f"case:{one.pk}",
            "workflow.step_taken",
            _after(one.way, act),
            _audience(one.way, act),
            seal,
        )


@cache
def _after(one: Way, act: int) -> str:
    key, outcome = one.acts[act]
    return said({"step": key, "round": 1, "outcome": outcome, "changes": one.changes(act)})


@cache
def _audience(one: Way, act: int) -> list[str]:
    return sorted(map(str, one.plan.steps[one.acts[act][0]].readers)) or ["agency", "institution"]


@cache
def _who(agency: bool) -> str:
    body = {"kk": "Ұйым", "ru": "Организация", "en": "Organisation"}
    return said({"name": "Айжан Нұрлан", "role": "coordinator" if agency else "institution_head", "body": body})


def _kind(one: Told) -> str:
    kinds = [str(kind) for kind in EDITIONS[one.way.plan.key].KINDS]
    return kinds[0] if one.institutional else "programme"


def _visit(one: Told) -> tuple[date | None, date | None]:
    if "visit_programme" not in one.done:
        return None, None
    first = one.started + timedelta(days=90)
    return first, first + timedelta(days=2)
