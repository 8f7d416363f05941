"""A case on the way to its visit: the panel of the evaluation's scene, the order, the materials, the programme."""

from datetime import time, timedelta

from tarazy.external.cases import rules as actors
from tarazy.external.visits import guards, services
from tarazy.ground.workflow.plan import Outcome, Plan, Stage
from tests.external.reviews import scene as reviews
from tests.external.reviews.scene import FORMING, ON_SITE, VISIT, step_of
from tests.factories import NOW

BEFORE_THE_VISIT = (
    step_of("appointment_order", actors.is_agency_head, services.issue_order, after=("challenge_ruling",), readers=ON_SITE, final=True),
    step_of(
        "materials",
        actors.is_coordinator,
        services.send_materials,
        after=("appointment_order",),
        requires=(guards.early_enough_before_the_visit,),
        readers=("agency", "panel"),
    ),
    step_of(
        "visit_programme",
        actors.is_coordinator,
        services.propose_programme,
        after=("appointment_order",),
        requires=(guards.programme_covers_every_day,),
        readers=ON_SITE,
    ),
    step_of(
        "programme_agreed",
        actors.is_institution,
        services.answer_programme,
        after=("visit_programme",),
        outcomes=(Outcome("agree", ""), Outcome("change", "", reopens=("visit_programme",))),
        readers=ON_SITE,
    ),
)
PLAN = Plan("visit_for_tests", "Visit", (Stage("visit", "Visit", (*FORMING, *BEFORE_THE_VISIT)),))


class Scene(reviews.Scene):
    """The same school and panel, with the days before the visit."""

    plan = PLAN

    def ordered(self):
        """The panel is appointed and the days are set."""
        self.agreed()
        self.take("appointment_order", self.head, number="12", first_day=VISIT, language="ru")
        return self

    def add_session(self, day, starts="09:00", ends="10:00"):
        """A session of the programme."""
        return services.save_session(
            self.case,
            by=self.coordinator,
            now=NOW,
            day=day,
            starts=time.fromisoformat(starts),
            ends=time.fromisoformat(ends),
            title="Встреча с руководством",
            place="Кабинет 201",
            group="Администрация",
            online=False,
        )

    def ready(self):
        """The panel has its materials, and the institution agrees with the programme."""
        self.ordered()
        self.take("materials", self.coordinator, documents=[], note="")
        for n in range(3):
            self.add_session(VISIT + timedelta(days=n))
        self.take("visit_programme", self.coordinator)
        self.take("programme_agreed", self.director, "agree", change="")
        return self
