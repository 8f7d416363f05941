"""The cases of the demonstration: at least one in each stage of each edition."""

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import cycle, islice

from tarazy.external.cases.services import open_case
from tarazy.external.experts.models import Expert
from tarazy.external.procedure.editions import EDITIONS
from tarazy.ground.people.models import Appointment
from tarazy.site.demo.agency import SEATED_BY
from tarazy.site.demo.cast import Cast
from tarazy.site.demo.walk import Walk

AGENCY_ROLES = ("agency_head", "analyst", "secretary", "registrar")


@dataclass(frozen=True)
class Story:
    """A case that came as far as `until`; it began `days` calendar days ago."""

    edition: str
    organisation: int
    until: str
    days: int
    kind: str = "institutional"
    language: str = "ru"
    choices: dict = field(default_factory=dict)
    decided: str = "accredited"


STORIES = (
    Story("higher_2026", 0, "self_assessment_first", 12, language="kk"),
    Story("higher_2026", 1, "declarations", 25),
    Story("higher_2026", 2, "evaluation_report", 67),
    Story("higher_2026", 3, "council_vote", 80),
    Story("higher_2026", 4, "interim_report", 123, language="kk"),
    Story("higher_2026", 5, "factual_check", 65, kind="programme"),
    Story("higher_2026", 6, "appeal_ruling", 90, decided="refused", choices={"appeal_window": "appeal"}),
    Story("vocational_2026", 0, "capability_review", 8),
    Story("vocational_2026", 1, "technical_review", 17, choices={"technical_review": "return"}),
    Story("vocational_2026", 2, "challenge_ruling", 28, choices={"challenge_window": "challenge"}, language="kk"),
    Story("vocational_2026", 3, "visit_programme", 40),
    Story("vocational_2026", 4, "conclusion", 90),
    Story("vocational_2026", 5, "action_plan", 93, decided="conditional"),
    Story("vocational_2026", 6, "interim_report", 100, kind="programme", language="kk"),
    Story("school_2026", 0, "contract_institution", 12, language="kk"),
    Story("school_2026", 1, "panel", 16),
    Story("school_2026", 2, "site_visit", 38),
    Story("school_2026", 3, "council_agenda", 78),
    Story("school_2026", 4, "interim_report", 116, language="kk"),
    Story("school_2026", 5, "monitoring_review", 101),
    Story("preschool_2026", 0, "application", 2, language="kk"),
    Story("preschool_2026", 1, "self_assessment_first", 14),
    Story("preschool_2026", 2, "challenge_window", 27, language="kk"),
    Story("preschool_2026", 3, "certificate", 94),
    Story("preschool_2026", 4, "interim_report", 119, language="kk"),
    Story("additional_2026", 0, "seminar", 15, language="kk"),
    Story("additional_2026", 1, "materials", 28),
    Story("additional_2026", 2, "appeal_window", 84, kind="certification"),
    Story("additional_2026", 3, "action_plan", 95, language="kk"),
)


def tell(story, number, *, agency, organisations, today):
    """Open the case of a story and walk it as far as it came; returns the walk."""
    edition = EDITIONS[story.edition]
    institution = organisations[edition.LEVEL][story.organisation]
    cast = _cast(agency, institution, number)
    start = today - timedelta(days=story.days)
    walk = Walk(None, cast, start=start, language=story.language, choices=story.choices, decided=story.decided)
    walk.case = open_case(
        plan=edition.PLAN,
        standards_key=edition.STANDARDS,
        institution=institution,
        agency=agency,
        kind=story.kind,
        programmes=list(institution.programmes.all()[:2]) if story.kind == "programme" else [],
        by=cast.head,
        now=walk.now,
        today=walk.today,
        demonstration=True,
    )
    return walk.until(story.until)


def _cast(agency, institution, number):
    """The people of a case: coordinators in turn, experts rotated so that the load is spread."""
    own = {held.role: held for held in Appointment.objects.filter(body_id=institution.pk).select_related("person", "body")}
    staff = list(Appointment.objects.filter(body_id=agency.pk).select_related("person", "body").order_by("pk"))
    first = {role: next(held for held in staff if held.role == role) for role in AGENCY_ROLES}
    coordinators = [held for held in staff if held.role == "coordinator"]
    return Cast(
        head=own["institution_head"],
        officer=own["quality_officer"],
        coordinator=coordinators[number % len(coordinators)],
        council=[held for held in staff if held.role == "council_member"],
        appeals=[held for held in staff if held.role == "appeals_member"],
        experts={seat: _rotated(background, number) for seat, background in SEATED_BY.items()},
        **first,
    )


def _rotated(background, number):
    found = list(Expert.objects.filter(background=background).select_related("appointment__person").order_by("pk"))
    return list(islice(cycle(found), number, number + len(found)))
