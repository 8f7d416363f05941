"""A case in its external evaluation, with everybody who has a part in it; steps run through the real engine.

The order and the visit stand in the scene of the visits; here the days are set and the report is opened at once.
"""

from datetime import date, timedelta

from tarazy.external.cases import rules as actors
from tarazy.external.cases.models import Case, ReceivedReport
from tarazy.external.cases.services import join
from tarazy.external.cases.services.opening import setting_for
from tarazy.external.cases.states import Duty, Side
from tarazy.external.experts.models import Expert
from tarazy.external.reviews import guards, services
from tarazy.external.reviews.models import Seat
from tarazy.ground.workflow import plan as plans
from tarazy.ground.workflow import services as engine
from tarazy.ground.workflow.models import StepState
from tarazy.ground.workflow.plan import Act, Outcome, Plan, Stage, Step
from tarazy.internal.selfassessment.models import SelfAssessment, Submission
from tests.factories import DAY, NOW, appoint, make_agency, make_institution, make_rulebook, make_standards

BOTH, ON_SITE = ("institution", "agency"), ("institution", "agency", "panel")
VISIT = date(2026, 5, 18)  # a Monday; the 18th to the 20th are working days
CERTIFIED = date(2028, 1, 1)
DONE = (Outcome("done", ""),)


def step_of(key, by, does, *, after=(), outcomes=DONE, readers=BOTH, **more):
    return Step(key, key, by=by, source="tests", after=after, does=does, outcomes=outcomes, readers=readers, **more)


FORMING = (
    step_of(
        "technical_review",
        actors.is_coordinator,
        services.close_technical_review,
        requires=(guards.every_standard_reviewed,),
        outcomes=(
            Outcome("accept", "", requires=(guards.nothing_needs_rework,)),
            Outcome("return", "", requires=(guards.something_needs_rework,)),
        ),
    ),
    step_of(
        "panel",
        actors.is_coordinator,
        services.close_panel,
        readers=("agency",),
        requires=(guards.panel_fills_every_seat, guards.experts_are_certified, guards.panel_has_no_conflict),
    ),
    step_of(
        "declarations",
        actors.is_invited_expert,
        services.record_declaration,
        after=("panel",),
        readers=("agency",),
        outcomes=(Outcome("sign", ""), Outcome("conflict", "", reopens=("panel",))),
        until=(guards.everyone_has_declared,),
    ),
    step_of("panel_announced", actors.is_coordinator, services.announce_panel, after=("declarations",)),
    step_of(
        "challenge_window",
        actors.is_institution_head,
        services.record_challenge,
        after=("panel_announced",),
        outcomes=(Outcome("agree", ""), Outcome("challenge", "")),
        within=plans.working_days("challenge_days"),
        lapses="agree",
    ),
    step_of(
        "challenge_ruling",
        actors.is_agency_head,
        services.rule_on_challenge,
        after=("challenge_window",),
        when=lambda case: case.seats.filter(challenges__ruling="pending").exists() or "no_challenge",
        outcomes=(Outcome("uphold", "", reopens=("panel",)), Outcome("reject", "")),
    ),
)
WRITING = (
    step_of(
        "evaluation_report",
        actors.is_panel_chair,
        services.sign_report,
        after=("challenge_ruling",),
        requires=(guards.every_standard_is_judged,),
        readers=("agency", "panel", "council", "appeals"),
    ),
    step_of(
        "factual_check",
        actors.is_institution,
        services.close_factual_check,
        after=("evaluation_report",),
        outcomes=(Outcome("confirm", ""), Outcome("name", "", requires=(guards.some_inaccuracy_is_named,))),
        readers=ON_SITE,
    ),
    step_of(
        "factual_answers",
        actors.is_panel_chair,
        services.sign_corrected_report,
        after=("factual_check",),
        when=lambda case: case.factual_items.filter(answer="pending").exists() or "nothing_inaccurate",
        requires=(guards.every_inaccuracy_is_answered,),
        readers=(*ON_SITE, "council", "appeals"),
    ),
)
PLAN = Plan("evaluation_for_tests", "Evaluation", (Stage("evaluation", "Evaluation", (*FORMING, *WRITING)),))


class Scene:
    """One school, one agency, three experts who fit the three seats, and the case between them."""

    plan = PLAN

    def __init__(self, level="secondary", **rules):
        self.institution = make_institution(level)
        self.agency = make_agency()
        self.rulebook = make_rulebook(self.agency, **rules)
        self.standards = make_standards(level)
        self.head = appoint("Глава Агентства", self.agency, "agency_head")
        self.coordinator = appoint("Координатор Дела", self.agency, "coordinator")
        self.director = appoint("Директор Школы", self.institution, "institution_head")
        self.officer = appoint("Специалист Качества", self.institution, "quality_officer")
        self.chair = self.expert("Ерлан Төраға", "academic")
        self.academic = self.expert("Гүлнар Ғалым", "academic")
        self.employer = self.expert("Тимур Работодатель", "employer")
        self.case = self._case()
        join(self.case, self.coordinator, Duty.COORDINATOR, side=Side.AGENCY, now=NOW)

    def expert(self, name, background, **fields):
        """An expert of the agency's pool who fits."""
        values = {"levels": [self.institution.level], "certified_until": CERTIFIED, "languages": ["kk", "ru"], **fields}
        return Expert.objects.create(appointment=appoint(name, self.agency, "expert"), background=background, **values)

    def _case(self):
        made = []

        def setting_of(run):
            made.append(
                Case.objects.create(
                    number=f"2026-{Case.objects.count() + 1:04d}",
                    institution=self.institution,
                    agency=self.agency,
                    edition=self.plan.key,
                    kind="institutional",
                    rulebook=self.rulebook,
                    standards=self.standards,
                    run=run,
                    opened_on=DAY,
                )
            )
            return setting_for(made[0])

        engine.start_run(plan=self.plan, setting_of=setting_of, today=DAY)
        return made[0]

    def fresh(self):
        """The case as the database has it."""
        self.case = Case.objects.select_related("institution", "agency", "rulebook", "run", "standards").get(pk=self.case.pk)
        return self.case

    def take(self, key, by, outcome="done", *, now=NOW, today=DAY, **data):
        """Take a step through the engine."""
        case = self.fresh()
        state = case.run.steps.get(key=key)
        act = Act(subject=case, step=key, round=state.round, outcome=outcome, by=by, now=now, today=today, data=data)
        engine.take(case.run, act, setting=setting_for(case))
        return self.fresh()

    def state(self, key):
        """`blocked`, `open`, `done` or `skipped`."""
        return StepState.objects.get(run=self.case.run_id, key=key).state

    def hand_in(self, ratings=("full", "full"), step="self_assessment_first", round=1):  # noqa: A002
        """A sealed report with one rating for every criterion of each standard."""
        assessment, _new = SelfAssessment.objects.get_or_create(
            institution=self.institution,
            standards=self.standards,
            purpose=f"case:{self.case.number}",
            defaults={"scale": self.rulebook.values["scale"], "started_on": DAY},
        )
        content = {
            "standards": [
                {
                    "number": standard.number,
                    "title": standard.title.as_dict(),
                    "criteria": [
                        {
                            "number": one.number,
                            "text": one.text.as_dict(),
                            "rating": rating,
                            "answer": f"Ответ {one.number}",
                            "language": "ru",
                            "evidence": [],
                        }
                        for one in standard.criteria.all()
                    ],
                }
                for standard, rating in zip(self.standards.standards.all(), ratings, strict=True)
            ]
        }
        number = assessment.submissions.count() + 1
        submission = Submission.objects.create(
            selfassessment=assessment, number=number, content=content, seal="0" * 64, sealed_at=NOW, sealed_by=self.director
        )
        return ReceivedReport.objects.create(case=self.case, submission=submission, step=step, round=round)

    def propose(self, role, expert):
        """The coordinator proposes an expert; gives the seat."""
        return services.propose_expert(self.case, role=role, expert=expert, by=self.coordinator, now=NOW, today=DAY)

    def invited(self):
        """Three experts are asked to declare."""
        for role, expert in (("chair", self.chair), ("academic", self.academic), ("employer", self.employer)):
            self.propose(role, expert)
        self.take("panel", self.coordinator)
        return self

    def declared(self):
        """All have signed."""
        self.invited()
        for expert in (self.chair, self.academic, self.employer):
            self.take("declarations", expert.appointment, "sign")
        return self

    def announced(self):
        """The institution knows the panel."""
        self.declared()
        self.take("panel_announced", self.coordinator)
        return self

    def seat(self, expert):
        """The seat that this expert holds or held last."""
        return Seat.objects.filter(case=self.case, expert=expert).latest("pk")

    def challenged(self, expert=None):
        """The director challenges an expert."""
        self.announced()
        seat = self.seat(expert or self.employer)
        self.take("challenge_window", self.director, "challenge", seat=seat, grounds="Работал у нас до июня.", evidence=None)
        return self

    def agreed(self):
        """The institution agrees with the panel."""
        self.announced()
        self.take("challenge_window", self.director, "agree", seat=None, grounds="", evidence=None)
        return self

    def writing(self):
        """The panel writes: the days of the visit were set with the order, and its report was opened."""
        self.agreed()
        self.case.visit_first_day, self.case.visit_last_day = VISIT, VISIT + timedelta(days=2)
        self.case.save()
        services.open_report(self.case, language="ru")
        return self

    def judged(self, level="full"):
        """Every standard has its judgement, and a remark where it needs one."""
        self.writing()
        for judgement in self.case.report.judgements.all():
            services.judge_standard(judgement, level=level, analysis="Проверено на месте.", seen=0, by=self.academic.appointment, now=NOW)
            if level != "full":
                services.add_finding(
                    judgement,
                    kind="remark",
                    text="Учения не оцениваются.",
                    basis="Журнал учений",
                    criterion=None,
                    by=self.academic.appointment,
                )
        return self

    def signed(self, level="full"):
        """The chair has signed; the institution checks the facts."""
        self.judged(level)
        self.take("evaluation_report", self.chair.appointment, today=VISIT + timedelta(days=5), agreed=True)
        return self

    def named(self):
        """The institution sent one inaccuracy."""
        self.signed()
        item = services.name_inaccuracy(self.case, standard=None, passage="58 учителей", correction="61 учитель", by=self.officer, now=NOW)
        self.take("factual_check", self.officer, "name")
        return item
