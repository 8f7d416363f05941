"""A case on its way to the council, built row by row: the people, the case, and the acts that bring it to a decision."""

from dataclasses import dataclass, field
from datetime import timedelta

from tarazy.external.cases.models import Case
from tarazy.external.cases.services import join
from tarazy.external.cases.states import Duty, Side
from tarazy.external.decisions import services
from tarazy.external.decisions.queries import current_question
from tarazy.ground.workflow.models import Run, StepState
from tarazy.ground.workflow.plan import Act
from tests.factories import DAY, NOW, appoint, council, make_agency, make_institution, make_rulebook, make_standards

STEPS = ("conclusion", "presentation", "council_agenda", "council_vote", "council_decision", "notice", "appeal_window", "appeal_ruling")


@dataclass
class Scene:
    """One case with everybody who has a part in its decision."""

    members: int = 5
    level: str = "higher"
    rules: dict = field(default_factory=dict)

    def __post_init__(self):
        self.institution = make_institution(self.level)
        self.agency = make_agency()
        self.rulebook = make_rulebook(self.agency, **self.rules)
        self.seats = council(self.agency, self.members)
        self.head = appoint("Глава Агентства", self.agency, "agency_head")
        self.analyst = appoint("Аналитик Отдела", self.agency, "analyst")
        self.secretary = appoint("Секретарь Совета", self.agency, "secretary")
        self.coordinator = appoint("Координатор Дела", self.agency, "coordinator")
        self.expert = appoint("Эксперт Группы", self.agency, "expert")
        self.rector = appoint("Ректор Вуза", self.institution, "institution_head")
        self.case = self.make_case()
        join(self.case, self.coordinator, Duty.COORDINATOR, side=Side.AGENCY, now=NOW)
        join(self.case, self.expert, Duty.CHAIR, side=Side.PANEL, now=NOW)

    def make_case(self, number=None, institution=None):
        """A case of this agency."""
        run = Run.objects.create(plan_key="higher_2026", started_on=DAY)
        StepState.objects.bulk_create(StepState(run=run, key=key, actor="", round=1) for key in STEPS)
        count = Case.objects.count() + 1
        return Case.objects.create(
            number=number or f"2026-{count:04d}",
            institution=institution or self.institution,
            agency=self.agency,
            edition="higher_2026",
            kind="institutional",
            rulebook=self.rulebook,
            standards=make_standards(self.level),
            run=run,
            opened_on=DAY,
        )

    def open(self, key):
        """Only this step of the case is open."""
        steps = StepState.objects.filter(run=self.case.run)
        steps.update(state="blocked", opened_on=None)
        steps.filter(key=key).update(state="open", opened_on=DAY, due_on=DAY + timedelta(days=14))

    def act(self, step, by, outcome="done", *, round=1, now=NOW, today=DAY, **data):  # noqa: A002 (the engine's word)
        """What the engine would hand to a recorder."""
        return Act(subject=self.case, step=step, round=round, outcome=outcome, by=by, now=now, today=today, data=data)

    def conclude(self, proposes="accredited"):
        """The department proposes an outcome."""
        services.record_conclusion(
            self.act(
                "conclusion",
                self.analyst,
                proposes=proposes,
                text="Стандарты выполнены.\n\nДва замечания.",
                expert_council="Поддержал 26 февраля.",
            )
        )

    def put(self, *, round=1, held_on=DAY, number=None, session=None):  # noqa: A002
        """The case comes before the council; gives the question."""
        data = {"session": session} if session else {"session": None, "number": number or 10 + round, "held_on": held_on, "place": "Астана"}
        services.put_on_agenda(self.act("council_agenda", self.secretary, round=round, **data))
        self.open("council_vote")
        return current_question(self.case)

    def vote(self, place, vote="accredited", *, note="", round=1):  # noqa: A002
        """The member in this place votes."""
        by = self.seats[place].appointment
        services.record_ballot(self.act("council_vote", by, "vote", round=round, vote=vote, note=note))

    def all_vote(self, *votes, round=1):  # noqa: A002
        """The members vote in the order of their seats."""
        for place, vote in enumerate(votes):
            self.vote(place, vote, round=round)
        self.open("council_decision")

    def decide(self, *, grounds="", outcome="decide", round=1):  # noqa: A002
        """The secretary records the decision; gives it, or None."""
        services.record_decision(self.act("council_decision", self.secretary, outcome, round=round, grounds=grounds))
        return self.case.decisions.filter(set_aside_at=None).first()

    def decided(self, *votes, proposes="accredited", grounds=""):
        """The whole way from the conclusion to the decision."""
        self.conclude(proposes)
        self.put()
        self.all_vote(*(votes or ("accredited",) * self.members))
        return self.decide(grounds=grounds)

    def told(self, *votes, **options):
        """… and the notice to the institution."""
        decision = self.decided(*votes, **options)
        services.give_notice(self.act("notice", self.secretary))
        decision.refresh_from_db()
        self.open("appeal_window")
        return decision
